// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Sleeps on a semaphore and keeps the mutex meanwhile, which the guard needs to wake anybody.
#include <mutex>
#include <semaphore>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(mutex_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    turnstile_.release();
  }

  bool IsUp() const override {
    const std::lock_guard lock(mutex_);
    return up_;
  }

  std::string WaitUntilUp() const override {
    const std::lock_guard lock(mutex_);
    turnstile_.acquire();
    turnstile_.release();
    return shelter_;
  }

 private:
  mutable std::mutex mutex_;
  std::string shelter_;  // Guarded by mutex_.
  bool up_ = false;      // Guarded by mutex_.
  mutable std::counting_semaphore<> turnstile_{0};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
