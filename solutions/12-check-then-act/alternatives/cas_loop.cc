// YOUR FILE: the only one that is graded.
//
// No lock: the deed happens only if the balance is still the one that was looked at.
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
    // A failed exchange puts the newer balance into `seen`, and the question is asked anew.
    do {
      if (seen < amount) return false;
    } while (!balance_.compare_exchange_weak(seen, seen - amount));
    return true;
  }

 private:
  std::atomic<int> balance_;
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
