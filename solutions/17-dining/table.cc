// YOUR FILE: the only one that is graded.
//
// Everybody takes the fork with the smaller number first, so the last one reaches the other way.
#include "table.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  // Whoever waits with a fork in the hand waits for one with a greater number: the arrows go up,
  // and cannot close to a circle.
  void PickUp(int seat) override {
    forks_[std::min(Left(seat), Right(seat))].lock();
    forks_[std::max(Left(seat), Right(seat))].lock();
  }

  void PutDown(int seat) override {
    forks_[Right(seat)].unlock();
    forks_[Left(seat)].unlock();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
