// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// One fork pair comes back, two neighbours wait, and one of them is called.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : taken_(seats, false) {}

  void PickUp(int seat) override {
    std::unique_lock lock(mutex_);
    put_down_.wait(lock, [&] { return !taken_[Left(seat)] && !taken_[Right(seat)]; });
    taken_[Left(seat)] = taken_[Right(seat)] = true;
  }

  void PutDown(int seat) override {
    {
      const std::lock_guard lock(mutex_);
      taken_[Left(seat)] = taken_[Right(seat)] = false;
    }
    put_down_.notify_one();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(taken_.size()); }

  std::mutex mutex_;
  std::condition_variable put_down_;
  std::vector<bool> taken_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
