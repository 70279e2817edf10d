// YOUR FILE: the only one that is graded.
//
// expect: livelock
// Tries the right fork again and again, and keeps the left one, for which another one tries.
#include <mutex>
#include <thread>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    forks_[Left(seat)].lock();
    while (!forks_[Right(seat)].try_lock()) std::this_thread::yield();
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
