// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A byte for each mark parts the neighbours, but not the one who writes a mark from those who look
// at it.
#include <mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    taken_[seat] = true;
    const std::lock_guard lock(mutex_);
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat] != 0; }

  int Guests() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const std::lock_guard lock(mutex_);
    return list_;
  }

 private:
  std::vector<char> taken_;
  mutable std::mutex mutex_;
  std::vector<int> list_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
