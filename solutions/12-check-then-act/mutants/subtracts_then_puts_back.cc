// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// fetch_sub first, and back again if it was too much: meanwhile others are refused, or see a debt.
#include <atomic>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override { return balance_; }

  void Deposit(int amount) override { balance_ += amount; }

  bool Withdraw(int amount) override {
    if (balance_.fetch_sub(amount) >= amount) return true;
    balance_.fetch_add(amount);
    return false;
  }

 private:
  std::atomic<int> balance_;
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
