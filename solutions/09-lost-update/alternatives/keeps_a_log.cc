// YOUR FILE: the only one that is graded.
//
// One mutex for all counters, and a list of what was read that outlives each of them.
#include <list>
#include <mutex>

#include "counter.h"

namespace {

std::mutex mutex;
std::list<int> log;

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const std::lock_guard lock(mutex);
    ++value_;
  }

  int Value() const override {
    const std::lock_guard lock(mutex);
    log.push_back(value_);
    return value_;
  }

 private:
  int value_ = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
