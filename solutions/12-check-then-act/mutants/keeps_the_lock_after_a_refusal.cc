// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The early return leaves the mutex locked; the next caller waits for ever.
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
    mutex_.lock();
    if (balance_ < amount) return false;
    balance_ -= amount;
    mutex_.unlock();
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
