// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Reads east, north and east again. East may have gone and come back meanwhile.
#include <atomic>
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : east_(start.east), north_(start.north) {}

  Position Where() const override {
    while (true) {
      const Position seen = {east_, north_};
      if (east_ == seen.east) return seen;
    }
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    east_ = position.east;
    north_ = position.north;
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    east_ += east;
    north_ += north;
  }

 private:
  std::mutex mutex_;  // For those who write.
  std::atomic<int> east_;
  std::atomic<int> north_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
