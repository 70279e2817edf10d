// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Atomic forks in the right order, and relaxed: nothing that was done with a fork is seen by the
// next.
#include <algorithm>
#include <atomic>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    Take(forks_[std::min(Left(seat), Right(seat))]);
    Take(forks_[std::max(Left(seat), Right(seat))]);
  }

  void PutDown(int seat) override {
    PutBack(forks_[Left(seat)]);
    PutBack(forks_[Right(seat)]);
  }

 private:
  static void Take(std::atomic<int>& taken) {
    while (taken.exchange(1, std::memory_order_relaxed) == 1) {
      taken.wait(1, std::memory_order_relaxed);
    }
  }

  static void PutBack(std::atomic<int>& taken) {
    taken.store(0, std::memory_order_relaxed);
    taken.notify_one();
  }

  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::atomic<int>> forks_;  // 1: taken
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
