// YOUR FILE: the only one that is graded.
//
// fetch_add is one step that no other thread can cut.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  // Relaxed is enough: the contract promises the value, not what else the counting threads wrote.
  void Increment() override { value_.fetch_add(1, std::memory_order_relaxed); }

  int Value() const override { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<int> value_{0};
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
