// YOUR FILE: the only one that is graded.
//
// The look and the deed share one critical section.
#include "account.h"

#include <mutex>

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

  // Held from the look at the balance until the deed: nobody can make the answer untrue in between.
  // Reads balance_ itself, as Balance() would lock the mutex a second time.
  bool Withdraw(int amount) override {
    const std::lock_guard lock(mutex_);
    if (balance_ < amount) return false;
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
