// YOUR FILE: the only one that is graded.
//
// expect: data-race
// There is room for all, and the place for the next name is a plain number that all count up.
#include <atomic>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats), list_(seats) {}

  void Seat(int seat) override {
    taken_[seat] = true;
    list_[next_++] = seat;
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override { return next_; }

  std::vector<int> List() const override { return {list_.begin(), list_.begin() + next_}; }

 private:
  std::vector<std::atomic<bool>> taken_;
  std::vector<int> list_;
  int next_ = 0;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
