// YOUR FILE: the only one that is graded.
//
// The number stays plain; every access goes through an atomic_ref.
#include <atomic>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override { std::atomic_ref(value_).fetch_add(1); }

  int Value() const override { return std::atomic_ref(value_).load(); }

 private:
  alignas(std::atomic_ref<int>::required_alignment) mutable int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
