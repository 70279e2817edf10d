// The contract of lab 12: a bank account that several cash machines use at once.
//
// Example:
//   std::unique_ptr<Account> savings = MakeAccount(100);
//   std::jthread airport([&] { savings->Withdraw(100); });
//   std::jthread station([&] { savings->Withdraw(100); });
//   // Exactly one of the two machines gives out money.
#ifndef LABS_12_CHECK_THEN_ACT_ACCOUNT_H_
#define LABS_12_CHECK_THEN_ACT_ACCOUNT_H_

#include <memory>

// Amounts are in whole euros and above 0.
//
// Thread-safety: any number of threads may call any method at the same time. Each call takes effect
// at one moment between its beginning and its end: no call sees or leaves a state in between.
// Memory order: none beyond the account itself; no call makes other data of the caller visible.
class Account {
 public:
  virtual ~Account() = default;

  // What is in the account: never below 0, at no moment.
  virtual int Balance() const = 0;

  virtual void Deposit(int amount) = 0;

  // Takes out `amount` and returns true if the account holds as much. Otherwise returns false, and
  // nothing has changed. Never refuses what is covered throughout the call: being busy is no
  // reason.
  [[nodiscard]] virtual bool Withdraw(int amount) = 0;
};

// Opens an account that holds `balance`, 0 or more.
std::unique_ptr<Account> MakeAccount(int balance);

#endif  // LABS_12_CHECK_THEN_ACT_ACCOUNT_H_
