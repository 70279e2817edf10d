// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Read under the lock, write under the lock, and free in between. No data race.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const int seen = Value();
    const std::lock_guard lock(mutex_);
    value_ = seen + 1;
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
