// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Testing the flag and setting it are two steps, so two threads can both find it free.
#include <atomic>
#include <thread>

#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    while (busy_) std::this_thread::yield();
    busy_ = true;
    ++value_;
    busy_ = false;
  }

  int Value() const override {
    while (busy_) std::this_thread::yield();
    busy_ = true;
    const int value = value_;
    busy_ = false;
    return value;
  }

 private:
  mutable std::atomic<bool> busy_ = false;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
