// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Never two locks, so no circle, and between the two the money is nowhere; the audit owns one
// account only.
#include <mutex>
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
    Account& source = accounts_[from];
    Account& target = accounts_[to];
    std::unique_lock source_lock(source.mutex);
    if (source.balance < amount) return false;
    const int source_balance = source.balance -= amount;
    source_lock.unlock();
    const std::lock_guard target_lock(target.mutex);
    target.balance += amount;
    audit_({from, to, from == to ? target.balance : source_balance, target.balance});
    return true;
  }

  int Balance(int account) const override {
    const std::lock_guard lock(accounts_[account].mutex);
    return accounts_[account].balance;
  }

 private:
  struct Account {
    mutable std::mutex mutex;
    int balance = 0;  // Guarded by mutex.
  };

  std::vector<Account> accounts_;
  const Audit audit_;
};

}  // namespace

std::unique_ptr<Bank> MakeBank(const std::vector<int>& balances, Audit audit) {
  return std::make_unique<CityBank>(balances, std::move(audit));
}
