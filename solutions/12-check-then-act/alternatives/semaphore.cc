// YOUR FILE: the only one that is graded.
//
// A semaphore with one permit, kept from the look until the deed and given back on both ways out.
#include <semaphore>

#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override {
    permit_.acquire();
    const int balance = balance_;
    permit_.release();
    return balance;
  }

  void Deposit(int amount) override {
    permit_.acquire();
    balance_ += amount;
    permit_.release();
  }

  bool Withdraw(int amount) override {
    permit_.acquire();
    const bool covered = balance_ >= amount;
    if (covered) balance_ -= amount;
    permit_.release();
    return covered;
  }

 private:
  mutable std::binary_semaphore permit_{1};
  int balance_;  // Only touched with the permit.
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
