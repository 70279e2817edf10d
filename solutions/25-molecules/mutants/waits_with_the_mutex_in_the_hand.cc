// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The first atom waits for its molecule and keeps the mutex: nobody can come and complete it.
#include <mutex>
#include <semaphore>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override {
    const std::lock_guard lock(mutex_);
    ++hydrogens_;
    Form();
    hydrogen_queue_.acquire();
    bond_(Atom::kHydrogen);
  }

  void Oxygen() override {
    const std::lock_guard lock(mutex_);
    ++oxygens_;
    Form();
    oxygen_queue_.acquire();
    bond_(Atom::kOxygen);
  }

 private:
  void Form() {
    if (hydrogens_ < 2 || oxygens_ < 1) return;
    hydrogens_ -= 2;
    oxygens_ -= 1;
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
