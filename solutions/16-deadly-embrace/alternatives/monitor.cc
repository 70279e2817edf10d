// YOUR FILE: the only one that is graded.
//
// One short lock guards who is busy; a transfer waits until both its accounts are free, holding
// nothing.
#include <condition_variable>
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
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !accounts_[from].busy && !accounts_[to].busy; });
    accounts_[from].busy = accounts_[to].busy = true;
    lock.unlock();  // Busy accounts are this thread's alone: the audit runs outside the lock.
    const bool made = Make(from, to, amount);
    lock.lock();
    accounts_[from].busy = accounts_[to].busy = false;
    changed_.notify_all();
    return made;
  }

  int Balance(int account) const override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !accounts_[account].busy; });
    return accounts_[account].balance;
  }

 private:
  struct Account {
    bool busy = false;  // Guarded by mutex_.
    int balance = 0;    // Belongs to whoever set busy, else guarded by mutex_.
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
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  const Audit audit_;
};

}  // namespace

std::unique_ptr<Bank> MakeBank(const std::vector<int>& balances, Audit audit) {
  return std::make_unique<CityBank>(balances, std::move(audit));
}
