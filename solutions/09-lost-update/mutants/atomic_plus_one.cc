// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// `value_ = value_ + 1` on an atomic reads in one step and writes in another; `++value_` would be
// one.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override { value_ = value_ + 1; }

  int Value() const override { return value_; }

 private:
  std::atomic<int> value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
