// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Who completes the molecule bonds all three atoms, in one thread; the others are let go.
#include <mutex>
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override {
    Come(hydrogens_);
    hydrogen_queue_.acquire();
  }

  void Oxygen() override {
    Come(oxygens_);
    oxygen_queue_.acquire();
  }

 private:
  void Come(int& count) {
    const std::lock_guard lock(mutex_);
    ++count;
    if (hydrogens_ < 2 || oxygens_ < 1) return;
    hydrogens_ -= 2;
    oxygens_ -= 1;
    bond_(Atom::kHydrogen);
    bond_(Atom::kHydrogen);
    bond_(Atom::kOxygen);
    hydrogen_queue_.release(2);
    oxygen_queue_.release();
  }

  std::mutex mutex_;
  int hydrogens_ = 0;  // Guarded by mutex_, like the next one.
  int oxygens_ = 0;
  std::counting_semaphore<> hydrogen_queue_{0};
  std::counting_semaphore<> oxygen_queue_{0};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
