// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Looks, unlocks, yields and looks again: nobody sleeps.
#include <mutex>
#include <thread>
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
    while (places == 0) LookAgain(lock);
    --places;
    if (hydrogens_ + oxygens_ == 0) Complete(true);
    while (!complete_) LookAgain(lock);
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

  static void LookAgain(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    std::this_thread::yield();
    lock.lock();
  }

  void Complete(bool complete) { complete_ = complete; }

  std::mutex mutex_;
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
