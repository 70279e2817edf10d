// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A visitor who comes while the lock is taken is not counted.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) ++value_;
  }

  int Value() const override {
    const std::lock_guard lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
