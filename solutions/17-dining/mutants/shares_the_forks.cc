// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A shared lock is one that several may have: so is the fork.
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    forks_[Left(seat)].lock_shared();
    forks_[Right(seat)].lock_shared();
  }

  void PutDown(int seat) override {
    forks_[Right(seat)].unlock_shared();
    forks_[Left(seat)].unlock_shared();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::shared_mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
