// YOUR FILE: the only one that is graded.
//
// No lock: a ticket says which molecule an atom belongs to. Numbers only grow, and are waited for.
#include <atomic>
#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {}

  void Hydrogen() override { Join(hydrogens_.fetch_add(1) / 2, Atom::kHydrogen); }

  void Oxygen() override { Join(oxygens_.fetch_add(1), Atom::kOxygen); }

 private:
  void Join(int molecule, Atom atom) {
    WaitUntil(bonded_, 3 * molecule);
    Count(arrived_);
    WaitUntil(arrived_, 3 * molecule + 3);
    bond_(atom);
    Count(bonded_);
  }

  static void WaitUntil(const std::atomic<int>& count, int enough) {
    for (int seen = count; seen < enough; seen = count) count.wait(seen);
  }

  static void Count(std::atomic<int>& count) {
    ++count;
    count.notify_all();
  }

  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> arrived_{0};
  std::atomic<int> bonded_{0};
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
