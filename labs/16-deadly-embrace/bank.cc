// YOUR FILE: the only one that is graded.
//
// A mutex for each account, and a transfer locks the two that it uses. On some days the bank stands
// still.
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

  // TODO: let every transfer end, and keep transfers between other accounts going meanwhile.
  bool Move(int from, int to, int amount) override {
    Account& source = accounts_[from];
    Account& target = accounts_[to];
    source.mutex.lock();
    target.mutex.lock();
    if (source.balance < amount) return false;
    source.balance -= amount;
    target.balance += amount;
    audit_({from, to, source.balance, target.balance});
    target.mutex.unlock();
    source.mutex.unlock();
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
