// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A compare-exchange that fails has written nothing: the visitor is lost.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    int seen = value_.load();
    value_.compare_exchange_strong(seen, seen + 1);
  }

  int Value() const override { return value_.load(); }

 private:
  std::atomic<int> value_{0};
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
