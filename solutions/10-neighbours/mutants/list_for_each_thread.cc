// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each thread has a list of its own and they are never put together.
#include <mutex>

#include "hall.h"

namespace {

thread_local std::vector<int> list;

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    const std::lock_guard lock(mutex_);
    taken_[seat] = true;
    list.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const std::lock_guard lock(mutex_);
    return taken_[seat];
  }

  int Guests() const override { return static_cast<int>(list.size()); }

  std::vector<int> List() const override { return list; }

 private:
  mutable std::mutex mutex_;
  std::vector<bool> taken_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
