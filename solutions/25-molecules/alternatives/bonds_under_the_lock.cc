// YOUR FILE: the only one that is graded.
//
// A monitor that bonds under its lock: the bonds of a molecule come one after the other, as they
// may.
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
    if (hydrogens_ + oxygens_ == 0) complete_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return complete_; });
    bond_(atom);
    if (++bonded_ < 3) return;
    bonded_ = 0;
    complete_ = false;
    hydrogens_ = 2;
    oxygens_ = 1;
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
