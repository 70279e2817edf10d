// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Three places and a barrier make groups of three, and ask nobody what he brought: three hydrogens
// pass as well.
#include <barrier>
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(Atom::kHydrogen); }

  void Oxygen() override { Join(Atom::kOxygen); }

 private:
  void Join(Atom atom) {
    places_.acquire();
    complete_.arrive_and_wait();
    bond_(atom);
    places_.release();
  }

  std::counting_semaphore<> places_{3};
  std::barrier<> complete_{3};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
