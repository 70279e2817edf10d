// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Balance() locks the mutex that Withdraw() holds already: a thread that waits for itself.
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
    const std::lock_guard lock(mutex_);
    if (Balance() < amount) return false;
    balance_ -= amount;
    return true;
  }

 private:
  mutable std::mutex mutex_;
  int balance_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
