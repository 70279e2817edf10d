// YOUR FILE: the only one that is graded.
//
// expect: data-race
// One fork, no circle, and two who eat with the other one.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override { forks_[seat].lock(); }

  void PutDown(int seat) override { forks_[seat].unlock(); }

 private:
  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
