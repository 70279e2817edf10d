// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Two mutexes for one number: the reader and the writer do not exclude each other.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::lock_guard lock(write_mutex_);
    ++value_;
  }

  int Value() const override {
    const std::lock_guard lock(read_mutex_);
    return value_;
  }

 private:
  std::mutex write_mutex_;
  mutable std::mutex read_mutex_;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
