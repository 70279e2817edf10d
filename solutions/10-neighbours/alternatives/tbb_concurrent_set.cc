// YOUR FILE: the only one that is graded.
//
// A set of oneTBB that may grow while it is read is both the marks and the list.
#include "hall.h"
#include "oneapi/tbb/concurrent_unordered_set.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int) {}

  void Seat(int seat) override { taken_.insert(seat); }

  bool IsTaken(int seat) const override { return taken_.contains(seat); }

  int Guests() const override { return static_cast<int>(taken_.size()); }

  // One by one: a constructor that takes both ends counts first, and guests may come in meanwhile.
  std::vector<int> List() const override {
    std::vector<int> list;
    for (const int seat : taken_) list.push_back(seat);
    return list;
  }

 private:
  tbb::concurrent_unordered_set<int> taken_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
