// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Guests who come in share the lock with each other, and all of them write.
#include <mutex>
#include <shared_mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    const std::shared_lock lock(mutex_);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const std::unique_lock lock(mutex_);
    return taken_[seat];
  }

  int Guests() const override {
    const std::unique_lock lock(mutex_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const std::unique_lock lock(mutex_);
    return list_;
  }

 private:
  mutable std::shared_mutex mutex_;
  std::vector<bool> taken_;
  std::vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
