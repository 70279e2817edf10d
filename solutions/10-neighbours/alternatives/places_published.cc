// YOUR FILE: the only one that is graded.
//
// No lock: each guest takes a place on the list with one atomic step and writes an atomic name
// there; a place without a name does not count yet.
#include <atomic>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats), names_(seats) {}

  // Every seat is sold once, so there is a place for each guest.
  void Seat(int seat) override {
    taken_[seat] = true;
    names_[next_.fetch_add(1)] = seat + 1;
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override { return static_cast<int>(List().size()); }

  std::vector<int> List() const override {
    std::vector<int> list;
    for (const std::atomic<int>& name : names_) {
      const int seat = name.load() - 1;
      if (seat >= 0) list.push_back(seat);
    }
    return list;
  }

 private:
  std::vector<std::atomic<bool>> taken_;
  std::vector<std::atomic<int>> names_;  // The seat and 1; 0 where nobody has written yet.
  std::atomic<int> next_ = 0;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
