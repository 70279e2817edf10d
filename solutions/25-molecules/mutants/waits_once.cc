// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Waits once, with `if`: who wakes for no reason, or finds the place taken, goes on all the same.
// The counts go below zero, and others wait for a molecule that is never complete.
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
    if (places == 0) changed_.wait(lock);
    --places;
    if (hydrogens_ + oxygens_ == 0) Complete(true);
    if (!complete_) changed_.wait(lock);
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
    changed_.notify_all();
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
