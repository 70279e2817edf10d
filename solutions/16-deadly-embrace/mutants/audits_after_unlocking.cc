// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The accounts are free again before the audit: another transfer of theirs can be audited at the
// same time.
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
    Transfer transfer = {from, to, 0, 0};
    if (!Make(transfer, amount)) return false;
    audit_(transfer);
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

  bool Make(Transfer& transfer, int amount) {
    Account& source = accounts_[transfer.from];
    Account& target = accounts_[transfer.to];
    std::unique_lock source_lock(source.mutex, std::defer_lock);
    std::unique_lock target_lock(target.mutex, std::defer_lock);
    if (&source == &target) {
      source_lock.lock();
    } else {
      std::lock(source_lock, target_lock);
    }
    if (source.balance < amount) return false;
    source.balance -= amount;
    target.balance += amount;
    transfer.from_balance = source.balance;
    transfer.to_balance = target.balance;
    return true;
  }

  std::vector<Account> accounts_;
  const Audit audit_;
};

}  // namespace

std::unique_ptr<Bank> MakeBank(const std::vector<int>& balances, Audit audit) {
  return std::make_unique<CityBank>(balances, std::move(audit));
}
