// YOUR FILE: the only one that is graded.
//
// On a std::atomic, ++ is fetch_add: one step.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override { ++value_; }

  int Value() const override { return value_; }

 private:
  std::atomic<int> value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
