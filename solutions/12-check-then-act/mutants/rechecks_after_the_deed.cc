// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Takes first, asks afterwards, puts back: for a moment the account is below zero, and others see
// it.
#include <mutex>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override {
    const std::lock_guard lock(mutex_);
    return balance_;
  }

  void Deposit(int amount) override {
    const std::lock_guard lock(mutex_);
    balance_ += amount;
  }

  bool Withdraw(int amount) override {
    if (Balance() < amount) return false;
    Deposit(-amount);
    if (Balance() >= 0) return true;
    Deposit(amount);
    return false;
  }

 private:
  mutable std::mutex mutex_;
  int balance_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
