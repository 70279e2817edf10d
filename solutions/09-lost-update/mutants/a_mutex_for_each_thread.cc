// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A thread_local mutex keeps a thread out of its own way only.
#include <mutex>

#include "counter.h"

namespace {

thread_local std::mutex mutex;

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::lock_guard lock(mutex);
    ++value_;
  }

  int Value() const override {
    const std::lock_guard lock(mutex);
    return value_;
  }

 private:
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
