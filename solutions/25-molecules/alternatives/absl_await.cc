// YOUR FILE: the only one that is graded.
//
// Abseil's mutex waits for conditions by itself; nobody has to notify.
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(&hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(&oxygens_, Atom::kOxygen); }

 private:
  void Join(int* places, Atom atom) {
    mutex_.Lock();
    mutex_.Await(absl::Condition(
        +[](int* free) { return *free > 0; }, places));
    --*places;
    if (hydrogens_ + oxygens_ == 0) complete_ = true;
    mutex_.Await(absl::Condition(&complete_));
    mutex_.Unlock();
    bond_(atom);
    const absl::MutexLock lock(&mutex_);
    if (++bonded_ < 3) return;
    bonded_ = 0;
    complete_ = false;
    hydrogens_ = 2;
    oxygens_ = 1;
  }

  absl::Mutex mutex_;
  int hydrogens_ = 2;  // Free places. Guarded by mutex_, like the next three.
  int oxygens_ = 1;
  bool complete_ = false;
  int bonded_ = 0;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
