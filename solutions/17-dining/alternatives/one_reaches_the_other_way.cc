// YOUR FILE: the only one that is graded.
//
// All take the left fork first, but one: a circle needs them all.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    const bool is_last = seat + 1 == static_cast<int>(forks_.size());
    forks_[is_last ? Right(seat) : Left(seat)].lock();
    forks_[is_last ? Left(seat) : Right(seat)].lock();
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
