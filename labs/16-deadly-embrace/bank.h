// The contract of lab 16: a bank that moves money between two of its accounts.
//
// Example:
//   std::unique_ptr<Bank> bank = MakeBank({100, 100}, [](const Transfer&) {});
//   std::jthread rent([&] { bank->Move(0, 1, 40); });
//   std::jthread wages([&] { bank->Move(1, 0, 70); });
//   // Both end, whichever comes first: 130 and 70.
#ifndef LABS_16_DEADLY_EMBRACE_BANK_H_
#define LABS_16_DEADLY_EMBRACE_BANK_H_

#include <functional>
#include <memory>
#include <vector>

// A transfer that has just been made, and what the two accounts hold after it.
struct Transfer {
  int from;
  int to;
  int from_balance;
  int to_balance;
};

// Writes a transfer into the books. It takes its time, and may not call the bank.
using Audit = std::function<void(const Transfer&)>;

// Accounts are numbered from 0; amounts are above 0.
//
// Thread-safety: any number of threads may call any method at the same time. Every call ends: none
// waits for something that only a call waiting for it could do.
// Parallel: transfers that have no account in common do not wait for each other.
class Bank {
 public:
  virtual ~Bank() = default;

  // Moves `amount` from one account to another (or to the same one, which changes nothing) and
  // returns true; if `from` holds less, changes nothing and returns false. Nobody ever sees the
  // money in neither account or in both, or an account below 0. May wait for other transfers that
  // use one of its accounts; being busy is no reason to return false.
  //
  // Calls the audit once for a transfer that was made, in this thread, before it returns, and never
  // for one that was refused. During the audit nobody else can use or read either account.
  //
  // Memory order: the audit of a transfer sees all that earlier audits with one of its accounts
  // did.
  virtual bool Move(int from, int to, int amount) = 0;

  virtual int Balance(int account) const = 0;
};

// Opens one account for each of the `balances`.
std::unique_ptr<Bank> MakeBank(const std::vector<int>& balances, Audit audit);

#endif  // LABS_16_DEADLY_EMBRACE_BANK_H_
