// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Reading one bit reads the word that another thread is writing.
#include <mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    const std::lock_guard lock(mutex_);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const std::lock_guard lock(mutex_);
    return list_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<bool> taken_;  // Guarded by mutex_, as is the list.
  std::vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
