// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A version number without the second look: somebody may begin to write after the first.
#include <atomic>
#include <mutex>
#include <thread>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : east_(start.east), north_(start.north) {}

  Position Where() const override {
    while (version_ % 2 != 0) std::this_thread::yield();
    return {east_, north_};
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

  std::mutex mutex_;                   // For those who write.
  std::atomic<unsigned> version_ = 0;  // Odd while somebody writes.
  std::atomic<int> east_;
  std::atomic<int> north_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
