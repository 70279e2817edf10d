// YOUR FILE: the only one that is graded.
//
// Even seats take the left fork first, odd ones the right: no two neighbours in a row agree.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  // With an odd number of seats the first and the last agree; one pair that does not is enough.
  void PickUp(int seat) override {
    forks_[seat % 2 == 0 ? Left(seat) : Right(seat)].lock();
    forks_[seat % 2 == 0 ? Right(seat) : Left(seat)].lock();
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
