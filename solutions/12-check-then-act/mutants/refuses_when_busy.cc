// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// try_lock, and "no" when another machine is served: the money was there.
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
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock.owns_lock() || balance_ < amount) return false;
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
