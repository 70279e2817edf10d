// YOUR FILE: the only one that is graded.
//
// expect: data-race
// oneTBB's vector may grow from many threads, but size() counts elements that are not there yet.
#include <atomic>

#include "hall.h"
#include "oneapi/tbb/concurrent_vector.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) { list_.reserve(seats); }

  void Seat(int seat) override {
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override { return static_cast<int>(list_.size()); }

  std::vector<int> List() const override { return {list_.begin(), list_.end()}; }

 private:
  std::vector<std::atomic<bool>> taken_;
  tbb::concurrent_vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
