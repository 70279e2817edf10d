// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Asks for the exclusive lock while it still holds the shared one, which must be free for that.
#include <mutex>
#include <shared_mutex>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override {
    const std::shared_lock lock(mutex_);
    return balance_;
  }

  void Deposit(int amount) override {
    const std::unique_lock lock(mutex_);
    balance_ += amount;
  }

  bool Withdraw(int amount) override {
    const std::shared_lock look(mutex_);
    if (balance_ < amount) return false;
    const std::unique_lock deed(mutex_);
    balance_ -= amount;
    return true;
  }

 private:
  mutable std::shared_mutex mutex_;
  int balance_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
