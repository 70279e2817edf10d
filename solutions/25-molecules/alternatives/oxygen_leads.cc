// YOUR FILE: the only one that is graded.
//
// The oxygen collects two hydrogens and keeps its turn until all three have bonded. Nobody leaves
// before that, or a fast hydrogen would come back in time to take a second place.
#include <barrier>
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
    bonded_.arrive_and_wait();
  }

  void Oxygen() override {
    const std::lock_guard turn(turn_);
    hydrogens_.acquire();
    hydrogens_.acquire();
    places_.release(2);
    bond_(Atom::kOxygen);
    bonded_.arrive_and_wait();
  }

 private:
  std::counting_semaphore<> hydrogens_{0};
  std::counting_semaphore<> places_{0};
  std::barrier<> bonded_{3};
  std::mutex turn_;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
