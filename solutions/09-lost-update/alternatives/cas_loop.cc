// YOUR FILE: the only one that is graded.
//
// Read, add, and write only if nobody wrote meanwhile; else begin again.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    int seen = value_.load();
    // A failed exchange puts the newer number into `seen`, so the sum is made anew each time round.
    while (!value_.compare_exchange_weak(seen, seen + 1)) {
    }
  }

  int Value() const override { return value_.load(); }

 private:
  std::atomic<int> value_{0};
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
