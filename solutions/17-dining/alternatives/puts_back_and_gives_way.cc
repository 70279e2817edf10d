// YOUR FILE: the only one that is graded.
//
// Nobody waits with a fork in the hand: if the other is taken, he puts it back and gives way.
#include <mutex>
#include <thread>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    while (true) {
      forks_[Left(seat)].lock();
      if (forks_[Right(seat)].try_lock()) return;
      forks_[Left(seat)].unlock();
      std::this_thread::yield();  // With empty hands, so that a neighbour can take both.
    }
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
