// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each step is atomic and the two together are not: another thread counts in between. No data race.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const int seen = value_.load();
    value_.store(seen + 1);
  }

  int Value() const override { return value_.load(); }

 private:
  std::atomic<int> value_{0};
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
