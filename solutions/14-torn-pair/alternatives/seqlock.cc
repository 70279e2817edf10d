// YOUR FILE: the only one that is graded.
//
// Who looks takes no lock: he looks again if a version number says that somebody wrote meanwhile.
#include <atomic>
#include <mutex>
#include <thread>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : east_(start.east), north_(start.north) {}

  Position Where() const override {
    while (true) {
      const unsigned before = version_;
      const Position seen = {east_, north_};
      if (before % 2 == 0 && version_ == before) return seen;
      std::this_thread::yield();
    }
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    Write(position);
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    Write({east_ + east, north_ + north});
  }

 private:
  void Write(Position position) {
    ++version_;
    east_ = position.east;
    north_ = position.north;
    ++version_;
  }

  mutable std::mutex mutex_;           // For those who write.
  std::atomic<unsigned> version_ = 0;  // Odd while somebody writes.
  std::atomic<int> east_;
  std::atomic<int> north_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
