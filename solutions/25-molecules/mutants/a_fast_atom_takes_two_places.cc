// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The hydrogens that the oxygen counted and those that take its places need not be the same: a fast
// one takes two places, and a counted one waits for ever.
#include <mutex>
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
    const std::lock_guard turn(turn_);
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
  std::mutex turn_;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
