// YOUR FILE: the only one that is graded.
//
// The marks stay bits: fetch_or sets one in a single step and leaves its neighbours alone.
#include <atomic>
#include <cstdint>
#include <mutex>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : words_(seats / 64 + 1) {}

  void Seat(int seat) override {
    words_[seat / 64].fetch_or(std::uint64_t{1} << seat % 64);
    const std::lock_guard lock(mutex_);
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override { return words_[seat / 64] >> seat % 64 & 1; }

  int Guests() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const std::lock_guard lock(mutex_);
    return list_;
  }

 private:
  std::vector<std::atomic<std::uint64_t>> words_;
  mutable std::mutex mutex_;
  std::vector<int> list_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
