// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Does not wait for the lock: while it is taken, shows where the ship started.
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start), start_(start) {}

  Position Where() const override {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    return lock ? position_ : start_;
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    position_ = position;
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    position_.east += east;
    position_.north += north;
  }

 private:
  mutable std::mutex mutex_;
  Position position_;  // Guarded by mutex_.
  const Position start_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
