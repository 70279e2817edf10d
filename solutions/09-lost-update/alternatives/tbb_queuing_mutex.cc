// YOUR FILE: the only one that is graded.
//
// oneTBB's fair lock: whoever came first is served first.
#include <memory>

#include "counter.h"
#include "oneapi/tbb/queuing_mutex.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const tbb::queuing_mutex::scoped_lock lock(mutex_);
    ++value_;
  }

  int Value() const override {
    const tbb::queuing_mutex::scoped_lock lock(mutex_);
    return value_;
  }

 private:
  mutable tbb::queuing_mutex mutex_;
  int value_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
