// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each thread has its own number and the reader sees none but its own.
#include "counter.h"

namespace {

thread_local int value = 0;

class DoorCounter : public Counter {
 public:
  void Increment() override { ++value; }

  int Value() const override { return value; }
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
