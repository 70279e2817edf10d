// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Forming a molecule sets the counts to 0: a third hydrogen that waits already is forgotten.
#include <barrier>
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override {
    mutex_.acquire();
    ++hydrogens_;
    FormOrLeave();
    hydrogen_queue_.acquire();
    bond_(Atom::kHydrogen);
    bonded_.arrive_and_wait();
  }

  void Oxygen() override {
    mutex_.acquire();
    ++oxygens_;
    FormOrLeave();
    oxygen_queue_.acquire();
    bond_(Atom::kOxygen);
    bonded_.arrive_and_wait();
    mutex_.release();  // Taken by whoever completed the molecule. A semaphore has no owner.
  }

 private:
  void FormOrLeave() {
    if (hydrogens_ < 2 || oxygens_ < 1) {
      mutex_.release();
      return;
    }
    hydrogens_ = 0;
    oxygens_ = 0;
    hydrogen_queue_.release(2);
    oxygen_queue_.release();
  }

  std::binary_semaphore mutex_{1};
  int hydrogens_ = 0;  // Only touched with the mutex_, like the next one.
  int oxygens_ = 0;
  std::counting_semaphore<> hydrogen_queue_{0};
  std::counting_semaphore<> oxygen_queue_{0};
  std::barrier<> bonded_{3};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
