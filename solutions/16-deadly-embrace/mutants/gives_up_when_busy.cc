// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Tries both locks once and says no when one is taken: the transfer was covered.
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
    const std::lock_guard source(accounts_[from].mutex);
    if (from == to) return Make(from, to, amount);
    const std::unique_lock target(accounts_[to].mutex, std::try_to_lock);
    return target.owns_lock() && Make(from, to, amount);
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
