// YOUR FILE: the only one that is graded.
//
// Everybody takes the smaller number first: whoever waits, waits for a larger one, so no circle.
#include <algorithm>
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
    const std::lock_guard first(accounts_[std::min(from, to)].mutex);
    std::unique_lock second(accounts_[std::max(from, to)].mutex, std::defer_lock);
    if (from != to) second.lock();
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
