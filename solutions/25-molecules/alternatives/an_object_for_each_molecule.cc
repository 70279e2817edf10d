// YOUR FILE: the only one that is graded.
//
// Each molecule is an object with two latches. Atoms take the first one with a place for them.
#include <latch>
#include <list>
#include <mutex>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(FirstWithPlace(&Molecule::hydrogens), Atom::kHydrogen); }

  void Oxygen() override { Join(FirstWithPlace(&Molecule::oxygens), Atom::kOxygen); }

 private:
  struct Molecule {
    int hydrogens = 2;  // Free places. Guarded by mutex_, like the next one.
    int oxygens = 1;
    Molecule* before = nullptr;
    std::latch complete{3};
    std::latch bonded{3};
  };

  Molecule& FirstWithPlace(int Molecule::*places) {
    const std::lock_guard lock(mutex_);
    for (Molecule& molecule : molecules_) {
      if (molecule.*places == 0) continue;
      --(molecule.*places);
      return molecule;
    }
    Molecule* const last = molecules_.empty() ? nullptr : &molecules_.back();
    Molecule& molecule = molecules_.emplace_back();
    molecule.before = last;
    --(molecule.*places);
    return molecule;
  }

  void Join(Molecule& molecule, Atom atom) {
    if (molecule.before != nullptr) molecule.before->bonded.wait();
    molecule.complete.arrive_and_wait();
    bond_(atom);
    molecule.bonded.count_down();
  }

  std::mutex mutex_;
  std::list<Molecule> molecules_;  // All of them; the list is guarded by mutex_.
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
