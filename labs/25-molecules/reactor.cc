// YOUR FILE: the only one that is graded.
//
// Places for two hydrogens and one oxygen. In the evening there is one oxygen for every two
// hydrogens, and still it is not water that comes out.
#include "reactor.h"

#include <atomic>
#include <semaphore>
#include <utility>

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(oxygens_, Atom::kOxygen); }

 private:
  // TODO: let three atoms bond together, and the next three only after them.
  void Join(std::counting_semaphore<>& places, Atom atom) {
    places.acquire();
    bond_(atom);
    // Every third atom gives out the places for the next molecule.
    if (++bonded_ % 3 > 0) return;
    hydrogens_.release(2);
    oxygens_.release();
  }

  std::counting_semaphore<> hydrogens_{2};
  std::counting_semaphore<> oxygens_{1};
  std::atomic<int> bonded_{0};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
