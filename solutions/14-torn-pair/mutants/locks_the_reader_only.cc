// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Set() takes no lock: the assignment is one statement.
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override {
    const std::lock_guard lock(mutex_);
    return position_;
  }

  void Set(Position position) override { position_ = position; }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    position_.east += east;
    position_.north += north;
  }

 private:
  mutable std::mutex mutex_;
  Position position_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
