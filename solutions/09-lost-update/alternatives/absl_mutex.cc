// YOUR FILE: the only one that is graded.
//
// Abseil's mutex, with the guarded member annotated: clang can then check the locking.
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "counter.h"

namespace {

class DoorCounter : public Counter {
 public:
  void Increment() override {
    const absl::MutexLock lock(&mutex_);
    ++value_;
  }

  int Value() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return value_;
  }

 private:
  mutable absl::Mutex mutex_;
  int value_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace

std::unique_ptr<Counter> MakeCounter() { return std::make_unique<DoorCounter>(); }
