// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The reader takes no lock, so nothing orders its read with the writes.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::lock_guard lock(mutex_);
    ++value_;
  }

  int Value() const override { return value_; }

 private:
  std::mutex mutex_;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
