// YOUR FILE: the only one that is graded.
//
// Everybody takes the left fork, then the right one. One evening all of them have a left fork.
#include "table.h"

#include <mutex>
#include <vector>

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  // TODO: let everybody eat in the end, and let those eat together who share no fork.
  void PickUp(int seat) override {
    forks_[Left(seat)].lock();
    forks_[Right(seat)].lock();
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
