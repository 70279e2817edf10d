// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The mutex is a local: each call locks one that nobody else can see.
#include <mutex>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    std::mutex mutex;
    const std::lock_guard lock(mutex);
    ++value_;
  }

  int Value() const override {
    std::mutex mutex;
    const std::lock_guard lock(mutex);
    return value_;
  }

 private:
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
