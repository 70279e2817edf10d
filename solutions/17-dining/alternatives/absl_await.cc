// YOUR FILE: the only one that is graded.
//
// One mutex, which wakes those for whom both forks lie on the table.
#include <vector>

#include "absl/synchronization/mutex.h"
#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : taken_(seats, false) {}

  void PickUp(int seat) override {
    const auto both_are_there = [&] { return !taken_[Left(seat)] && !taken_[Right(seat)]; };
    const absl::MutexLock lock(&mutex_, absl::Condition(&both_are_there));
    taken_[Left(seat)] = taken_[Right(seat)] = true;
  }

  void PutDown(int seat) override {
    const absl::MutexLock lock(&mutex_);
    taken_[Left(seat)] = taken_[Right(seat)] = false;
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(taken_.size()); }

  absl::Mutex mutex_;
  std::vector<bool> taken_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
