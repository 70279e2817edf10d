// YOUR FILE: the only one that is graded.
//
// expect: data-race
// volatile keeps the compiler from skipping a read or a write, and joins and orders nothing.
#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override { value_ = value_ + 1; }

  int Value() const override { return value_; }

 private:
  volatile int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
