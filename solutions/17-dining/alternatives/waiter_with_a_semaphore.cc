// YOUR FILE: the only one that is graded.
//
// A counting semaphore lets one fewer to the table than there are seats: one of them has both
// forks.
#include <mutex>
#include <semaphore>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats), may_sit_(seats - 1) {}

  void PickUp(int seat) override {
    may_sit_.acquire();
    forks_[Left(seat)].lock();
    forks_[Right(seat)].lock();
  }

  void PutDown(int seat) override {
    forks_[Right(seat)].unlock();
    forks_[Left(seat)].unlock();
    may_sit_.release();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::mutex> forks_;
  std::counting_semaphore<> may_sit_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
