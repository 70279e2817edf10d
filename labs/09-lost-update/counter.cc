// YOUR FILE: the only one that is graded.
//
// Two doors of a museum count visitors on one board, and in the evening the board shows too few.
#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  // TODO: make every call count, from however many threads, and make Value() safe beside them.
  void Increment() override { ++value_; }

  int Value() const override { return value_; }

 private:
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
