// YOUR FILE: the only one that is graded.
//
// One mutex beside the number it guards; whoever touches the number owns the mutex meanwhile.
#include "counter.h"

#include <mutex>

namespace {

class DoorCounter : public Counter {
 public:
  // Read, add and write are one step for everybody who takes the same mutex.
  void Increment() override {
    const std::lock_guard lock(mutex_);
    ++value_;
  }

  // A read beside a write is a data race as well, so the reader takes the mutex too.
  int Value() const override {
    const std::lock_guard lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  int value_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
