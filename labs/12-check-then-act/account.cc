// YOUR FILE: the only one that is graded.
//
// Every access to the balance holds the mutex, no sanitizer complains, and money is missing.
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

  // TODO: never give out money that is not there, whatever other threads do meanwhile.
  bool Withdraw(int amount) override {
    if (Balance() < amount) return false;
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
