// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Visitors are noted by the thread and carried to the board in twos: the board lags behind.
#include <atomic>

#include "counter.h"

namespace {

thread_local int noted = 0;

class DoorCounter : public Counter {
 public:
  void Increment() override {
    if (++noted < 2) return;
    value_ += noted;
    noted = 0;
  }

  int Value() const override { return value_; }

 private:
  std::atomic<int> value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
