// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A pause makes the bad interleaving rarer, or only moves it. It orders nothing.
#include <chrono>
#include <functional>
#include <thread>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const auto turn = std::hash<std::thread::id>{}(std::this_thread::get_id()) % 8;
    std::this_thread::sleep_for(std::chrono::microseconds(100 * turn));
    ++value_;
  }

  int Value() const override { return value_; }

 private:
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
