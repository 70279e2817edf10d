// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// No circle of one lock; and everybody watches while one eats.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int) {}

  void PickUp(int) override { table_.lock(); }

  void PutDown(int) override { table_.unlock(); }

 private:
  std::mutex table_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
