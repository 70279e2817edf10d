// YOUR FILE: the only one that is graded.
//
// A waiter lets one fewer to the table than there are seats: one of them has both forks.
#include <semaphore.h>

#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) { sem_init(&may_sit_, 0, seats - 1); }

  ~RoundTable() override { sem_destroy(&may_sit_); }

  void PickUp(int seat) override {
    while (sem_wait(&may_sit_) != 0) {
    }
    forks_[Left(seat)].lock();
    forks_[Right(seat)].lock();
  }

  void PutDown(int seat) override {
    forks_[Right(seat)].unlock();
    forks_[Left(seat)].unlock();
    sem_post(&may_sit_);
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::mutex> forks_;
  sem_t may_sit_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
