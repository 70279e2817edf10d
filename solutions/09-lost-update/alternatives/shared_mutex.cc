// YOUR FILE: the only one that is graded.
//
// Readers share the lock; the writer has it alone.
#include <mutex>
#include <shared_mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::unique_lock lock(mutex_);
    ++value_;
  }

  int Value() const override {
    const std::shared_lock lock(mutex_);
    return value_;
  }

 private:
  mutable std::shared_mutex mutex_;
  int value_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
