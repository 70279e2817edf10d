// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Every holder of a shared lock may be inside at once, writers among them.
#include <shared_mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::shared_lock lock(mutex_);
    ++value_;
  }

  int Value() const override {
    const std::shared_lock lock(mutex_);
    return value_;
  }

 private:
  mutable std::shared_mutex mutex_;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
