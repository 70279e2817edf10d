// YOUR FILE: the only one that is graded.
//
// oneTBB's vector may grow from many threads, but not be read meanwhile: here the guests share the
// lock, and whoever reads the list has it alone.
#include <atomic>
#include <mutex>
#include <shared_mutex>

#include "hall.h"
#include "oneapi/tbb/concurrent_vector.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    taken_[seat] = true;
    const std::shared_lock lock(growing_);
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override {
    const std::unique_lock lock(growing_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const std::unique_lock lock(growing_);
    return {list_.begin(), list_.end()};
  }

 private:
  std::vector<std::atomic<bool>> taken_;
  mutable std::shared_mutex growing_;
  tbb::concurrent_vector<int> list_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
