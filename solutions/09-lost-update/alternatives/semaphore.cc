// YOUR FILE: the only one that is graded.
//
// A semaphore with one permit is a lock without an owner.
#include <semaphore>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    permit_.acquire();
    ++value_;
    permit_.release();
  }

  int Value() const override {
    permit_.acquire();
    const int value = value_;
    permit_.release();
    return value;
  }

 private:
  mutable std::binary_semaphore permit_{1};
  int value_ = 0;  // Only touched with the permit.
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
