// YOUR FILE: the only one that is graded.
//
// Abseil's mutex, with the pair annotated as a whole.
#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return position_;
  }

  void Set(Position position) override {
    const absl::MutexLock lock(&mutex_);
    position_ = position;
  }

  void Move(int east, int north) override {
    const absl::MutexLock lock(&mutex_);
    position_.east += east;
    position_.north += north;
  }

 private:
  mutable absl::Mutex mutex_;
  Position position_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
