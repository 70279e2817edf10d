// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Two critical sections, each right; the decision falls between them.
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
    bool covered = false;
    {
      const std::lock_guard lock(mutex_);
      covered = balance_ >= amount;
    }
    if (!covered) return false;
    const std::lock_guard lock(mutex_);
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
