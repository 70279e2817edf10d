// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// All wait at one condition variable, and one of them is woken: perhaps one who has nothing to do.
#include <condition_variable>
#include <mutex>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(oxygens_, Atom::kOxygen); }

 private:
  void Join(int& places, Atom atom) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return places > 0; });
    --places;
    if (hydrogens_ + oxygens_ == 0) Complete(true);
    changed_.wait(lock, [&] { return complete_; });
    lock.unlock();
    bond_(atom);
    lock.lock();
    if (++bonded_ < 3) return;
    // The last of the three opens the places for the next molecule.
    bonded_ = 0;
    hydrogens_ = 2;
    oxygens_ = 1;
    Complete(false);
  }

  void Complete(bool complete) {
    complete_ = complete;
    changed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
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
