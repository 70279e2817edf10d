// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Copies the list under the lock, adds to the copy, and puts it back under the lock: names in
// between are lost.
#include <mutex>
#include <utility>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    std::vector<int> list = List();
    list.push_back(seat);
    const std::lock_guard lock(mutex_);
    taken_[seat] = true;
    list_ = std::move(list);
  }

  bool IsTaken(int seat) const override {
    const std::lock_guard lock(mutex_);
    return taken_[seat];
  }

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
