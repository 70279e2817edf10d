// YOUR FILE: the only one that is graded.
//
// No two guests ever touch the same seat. And yet some of them stand there without one.
#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  // TODO: let guests come in through all doors at once, and be looked up meanwhile.
  void Seat(int seat) override {
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override { return static_cast<int>(list_.size()); }

  std::vector<int> List() const override { return list_; }

 private:
  std::vector<bool> taken_;
  std::vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
