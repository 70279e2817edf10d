// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The number is global, so all counters are one.
#include <atomic>

#include "counter.h"

namespace {

std::atomic<int> value = 0;

class DoorCounter : public Counter {
 public:
  void Increment() override { ++value; }

  int Value() const override { return value; }
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
