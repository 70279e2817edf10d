// YOUR FILE: the only one that is graded.
//
// Abseil's mutex; a private helper says in its type that the lock is held already.
#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "account.h"

namespace {

class SavingsAccount : public Account {
 public:
  explicit SavingsAccount(int balance) : balance_(balance) {}

  int Balance() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return balance_;
  }

  void Deposit(int amount) override {
    const absl::MutexLock lock(&mutex_);
    balance_ += amount;
  }

  bool Withdraw(int amount) override {
    const absl::MutexLock lock(&mutex_);
    if (!Covers(amount)) return false;
    balance_ -= amount;
    return true;
  }

 private:
  bool Covers(int amount) const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return balance_ >= amount; }

  mutable absl::Mutex mutex_;
  int balance_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Account> MakeAccount(int balance) {
  return std::make_unique<SavingsAccount>(balance);
}
