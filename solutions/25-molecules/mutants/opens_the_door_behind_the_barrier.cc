// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The oxygen lets the hydrogens in after the meeting, and the meeting waits for the hydrogens.
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
    bond_(Atom::kOxygen);
    bonded_.arrive_and_wait();
    places_.release(2);
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
