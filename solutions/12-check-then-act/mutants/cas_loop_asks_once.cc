// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The loop retries the exchange with the newer balance and never asks whether that one is enough.
#include <atomic>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override { return balance_; }

  void Deposit(int amount) override { balance_ += amount; }

  bool Withdraw(int amount) override {
    int seen = balance_.load();
    if (seen < amount) return false;
    while (!balance_.compare_exchange_weak(seen, seen - amount)) {
    }
    return true;
  }

 private:
  std::atomic<int> balance_;
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
