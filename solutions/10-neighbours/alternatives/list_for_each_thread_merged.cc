// YOUR FILE: the only one that is graded.
//
// A list for each thread (nearly), each with its own lock; whoever asks puts them together.
#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    taken_[seat] = true;
    const std::size_t self = std::hash<std::thread::id>{}(std::this_thread::get_id());
    Part& part = parts_[self % parts_.size()];
    // Two threads may share a part, and a reader visits all of them: the lock is still needed.
    const std::lock_guard lock(part.mutex);
    part.list.push_back(seat);
  }

  bool IsTaken(int seat) const override { return taken_[seat]; }

  int Guests() const override { return static_cast<int>(List().size()); }

  std::vector<int> List() const override {
    std::vector<int> all;
    for (const Part& part : parts_) {
      const std::lock_guard lock(part.mutex);
      all.insert(all.end(), part.list.begin(), part.list.end());
    }
    return all;
  }

 private:
  struct Part {
    mutable std::mutex mutex;
    std::vector<int> list;  // Guarded by mutex.
  };
  std::vector<std::atomic<bool>> taken_;
  std::array<Part, 4> parts_;
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
