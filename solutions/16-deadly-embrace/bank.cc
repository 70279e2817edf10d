// YOUR FILE: the only one that is graded.
//
// All locks of a transfer are taken together, and given back on every way out.
#include "bank.h"

#include <mutex>
#include <utility>

namespace {

class CityBank : public Bank {
 public:
  CityBank(const std::vector<int>& balances, Audit audit)
      : accounts_(balances.size()), audit_(std::move(audit)) {
    for (std::size_t i = 0; i < balances.size(); ++i) accounts_[i].balance = balances[i];
  }

  bool Move(int from, int to, int amount) override {
    // One mutex may not be handed to scoped_lock twice.
    if (from == to) {
      const std::lock_guard lock(accounts_[from].mutex);
      return Make(from, to, amount);
    }
    // scoped_lock never waits for one mutex while it holds the other, so no circle can close.
    const std::scoped_lock lock(accounts_[from].mutex, accounts_[to].mutex);
    return Make(from, to, amount);
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
