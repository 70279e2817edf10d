// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each kind waits until enough of the other have come, by the day's count: no atom is early, and
// atoms of two molecules bond at the same time.
#include <condition_variable>
#include <mutex>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override {
    std::unique_lock lock(mutex_);
    const int molecule = hydrogens_++ / 2;
    Wait(lock, molecule);
    bond_(Atom::kHydrogen);
  }

  void Oxygen() override {
    std::unique_lock lock(mutex_);
    const int molecule = oxygens_++;
    Wait(lock, molecule);
    bond_(Atom::kOxygen);
  }

 private:
  void Wait(std::unique_lock<std::mutex>& lock, int molecule) {
    came_.notify_all();
    came_.wait(lock, [&] { return hydrogens_ >= 2 * molecule + 2 && oxygens_ > molecule; });
    lock.unlock();
  }

  std::mutex mutex_;
  std::condition_variable came_;
  int hydrogens_ = 0;  // That ever came. Guarded by mutex_, like the next one.
  int oxygens_ = 0;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
