// YOUR FILE: the only one that is graded.
//
// A permit for each fork, taken in the order of the numbers.
#include <algorithm>
#include <deque>
#include <semaphore>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) {
    for (int i = 0; i < seats; ++i) forks_.emplace_back(1);
  }

  void PickUp(int seat) override {
    forks_[std::min(Left(seat), Right(seat))].acquire();
    forks_[std::max(Left(seat), Right(seat))].acquire();
  }

  void PutDown(int seat) override {
    forks_[Left(seat)].release();
    forks_[Right(seat)].release();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::deque<std::binary_semaphore> forks_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
