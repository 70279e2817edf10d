// YOUR FILE: the only one that is graded.
//
// A permit for each account, taken in the order of the account numbers and always given back.
#include <algorithm>
#include <semaphore>
#include <utility>

#include "bank.h"

namespace {

class CityBank : public Bank {
 public:
  CityBank(const std::vector<int>& balances, Audit audit)
      : accounts_(balances.size()), audit_(std::move(audit)) {
    for (std::size_t i = 0; i < balances.size(); ++i) accounts_[i].balance = balances[i];
  }

  bool Move(int from, int to, int amount) override {
    accounts_[std::min(from, to)].permit.acquire();
    if (from != to) accounts_[std::max(from, to)].permit.acquire();
    const bool made = Make(from, to, amount);
    if (from != to) accounts_[std::max(from, to)].permit.release();
    accounts_[std::min(from, to)].permit.release();
    return made;
  }

  int Balance(int account) const override {
    accounts_[account].permit.acquire();
    const int balance = accounts_[account].balance;
    accounts_[account].permit.release();
    return balance;
  }

 private:
  struct Account {
    mutable std::binary_semaphore permit{1};
    int balance = 0;  // Only touched with the permit.
  };

  // Both accounts are locked by the caller.
  bool Make(int from, int to, int amount) {
    Account& source = accounts_[from];
    Account& target = accounts_[to];
    if (source.balance < amount) return false;
    source.balance -= amount;
    target.balance += amount;
    audit_({from, to, source.balance, target.balance});
    return true;
  }

  std::vector<Account> accounts_;
  const Audit audit_;
};

}  // namespace

std::unique_ptr<Bank> MakeBank(const std::vector<int>& balances, Audit audit) {
  return std::make_unique<CityBank>(balances, std::move(audit));
}
