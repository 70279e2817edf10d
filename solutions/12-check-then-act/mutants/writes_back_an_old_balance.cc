// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The new balance is worked out from a look made before the lock: a deposit in between is lost.
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
    const int seen = Balance();
    const std::lock_guard lock(mutex_);
    if (balance_ < amount) return false;
    balance_ = seen - amount;
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
