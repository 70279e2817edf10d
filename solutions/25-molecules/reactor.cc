// YOUR FILE: the only one that is graded.
//
// Places for two hydrogens and one oxygen, and a barrier that opens when all are taken.
#include "reactor.h"

#include <barrier>
#include <semaphore>
#include <utility>

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(oxygens_, Atom::kOxygen); }

 private:
  // The places say who may belong to the molecule, and the barrier when it is complete. A place is
  // given back after the bond: the next molecule needs all three, so it waits for all three bonds.
  void Join(std::counting_semaphore<>& places, Atom atom) {
    places.acquire();
    complete_.arrive_and_wait();
    bond_(atom);
    places.release();
  }

  std::counting_semaphore<> hydrogens_{2};
  std::counting_semaphore<> oxygens_{1};
  std::barrier<> complete_{3};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
