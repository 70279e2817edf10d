// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The count is an atomic of its own and goes up before the name is on the list.
#include <atomic>
#include <mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    ++guests_;
    const std::lock_guard lock(mutex_);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const std::lock_guard lock(mutex_);
    return taken_[seat];
  }

  int Guests() const override { return guests_; }

  std::vector<int> List() const override {
    const std::lock_guard lock(mutex_);
    return list_;
  }

 private:
  std::atomic<int> guests_ = 0;
  mutable std::mutex mutex_;
  std::vector<bool> taken_;  // Guarded by mutex_, as is the list.
  std::vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
