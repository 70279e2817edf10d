// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The guard has no name, so it dies at the end of its own statement: the mutex is free again.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    std::lock_guard{mutex_};
    ++value_;
  }

  int Value() const override {
    std::lock_guard{mutex_};
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
