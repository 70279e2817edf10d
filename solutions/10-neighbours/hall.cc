// YOUR FILE: the only one that is graded.
//
// One lock for the marks and the list, taken by everybody who writes or reads them.
#include "hall.h"

#include <mutex>

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    const std::lock_guard lock(mutex_);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const std::lock_guard lock(mutex_);
    return taken_[seat];
  }

  int Guests() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(list_.size());
  }

  // The copy is made before the guard goes.
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
