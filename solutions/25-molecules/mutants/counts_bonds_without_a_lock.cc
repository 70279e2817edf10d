// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The bonds of a molecule run at the same time, and each adds to a plain number afterwards.
#include <barrier>
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(oxygens_, Atom::kOxygen); }

 private:
  void Join(std::counting_semaphore<>& places, Atom atom) {
    places.acquire();
    complete_.arrive_and_wait();
    bond_(atom);
    if (++bonded_ < 3) return;
    bonded_ = 0;
    hydrogens_.release(2);
    oxygens_.release();
  }

  std::counting_semaphore<> hydrogens_{2};
  std::counting_semaphore<> oxygens_{1};
  std::barrier<> complete_{3};
  int bonded_ = 0;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
