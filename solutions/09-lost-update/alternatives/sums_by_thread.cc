// YOUR FILE: the only one that is graded.
//
// Each thread adds to a number of its own (nearly), and a reader adds them up: no line fought over.
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  // Two threads may share a number, so adding is still one step.
  void Increment() override {
    const std::size_t self = std::hash<std::thread::id>{}(std::this_thread::get_id());
    sums_[self % sums_.size()].value.fetch_add(1, std::memory_order_relaxed);
  }

  // Each sum only grows, so the total a thread sees never falls.
  int Value() const override {
    int total = 0;
    for (const Sum& sum : sums_) total += sum.value.load(std::memory_order_relaxed);
    return total;
  }

 private:
  struct alignas(64) Sum {
    std::atomic<int> value{0};
  };
  std::array<Sum, 8> sums_;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
