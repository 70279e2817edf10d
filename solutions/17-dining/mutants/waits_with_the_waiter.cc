// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The waiter stands by while one waits for his forks, and nobody can put any down meanwhile.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    const std::lock_guard waiter(waiter_);
    forks_[Left(seat)].lock();
    forks_[Right(seat)].lock();
  }

  void PutDown(int seat) override {
    const std::lock_guard waiter(waiter_);
    forks_[Right(seat)].unlock();
    forks_[Left(seat)].unlock();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::mutex waiter_;

  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
