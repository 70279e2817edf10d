// YOUR FILE: the only one that is graded.
//
// A condition for each seat: whoever puts down wakes the two whom it may concern.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : taken_(seats, false), fork_back_(seats) {}

  void PickUp(int seat) override {
    std::unique_lock lock(mutex_);
    fork_back_[seat].wait(lock, [&] { return !taken_[seat] && !taken_[Next(seat)]; });
    taken_[seat] = taken_[Next(seat)] = true;
  }

  void PutDown(int seat) override {
    const std::lock_guard lock(mutex_);
    taken_[seat] = taken_[Next(seat)] = false;
    fork_back_[Previous(seat)].notify_one();
    fork_back_[Next(seat)].notify_one();
  }

 private:
  int Next(int seat) const { return (seat + 1) % Seats(); }
  int Previous(int seat) const { return (seat + Seats() - 1) % Seats(); }
  int Seats() const { return static_cast<int>(taken_.size()); }

  std::mutex mutex_;
  std::vector<bool> taken_;  // Guarded by mutex_.
  std::vector<std::condition_variable> fork_back_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
