// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Nobody keeps two oxygens from taking one hydrogen each: both wait for a second one, for ever.
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override {
    hydrogens_.release();
    places_.acquire();
    bond_(Atom::kHydrogen);
    bonded_.release();
  }

  void Oxygen() override {
    hydrogens_.acquire();
    hydrogens_.acquire();
    places_.release(2);
    bond_(Atom::kOxygen);
    bonded_.acquire();
    bonded_.acquire();
  }

 private:
  std::counting_semaphore<> hydrogens_{0};
  std::counting_semaphore<> places_{0};
  std::counting_semaphore<> bonded_{0};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
