// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Somebody else wrote meanwhile, so the exchange fails: a covered withdrawal is refused.
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
    return seen >= amount && balance_.compare_exchange_strong(seen, seen - amount);
  }

 private:
  std::atomic<int> balance_;
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
