// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Each seat has a mutex of its own: two guests never take the same one, and still share the word
// and the list.
#include <mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : mutexes_(seats), taken_(seats) {}

  void Seat(int seat) override {
    const std::lock_guard lock(mutexes_[seat]);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const std::lock_guard lock(mutexes_[seat]);
    return taken_[seat];
  }

  int Guests() const override { return static_cast<int>(List().size()); }

  std::vector<int> List() const override {
    for (std::mutex& mutex : mutexes_) mutex.lock();
    std::vector<int> list = list_;
    for (std::mutex& mutex : mutexes_) mutex.unlock();
    return list;
  }

 private:
  mutable std::vector<std::mutex> mutexes_;
  std::vector<bool> taken_;
  std::vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
