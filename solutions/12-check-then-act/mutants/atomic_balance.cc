// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// An atomic balance: compare and subtract are two steps, each of them atomic.
#include <atomic>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override { return balance_; }

  void Deposit(int amount) override { balance_ += amount; }

  bool Withdraw(int amount) override {
    if (balance_ < amount) return false;
    balance_ -= amount;
    return true;
  }

 private:
  std::atomic<int> balance_;
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
