// YOUR FILE: the only one that is graded.
//
// One lock for the pair, held from the first number to the last.
#include "ship.h"

#include <mutex>

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  // Both numbers are copied before anybody else can come in.
  Position Where() const override {
    const std::lock_guard lock(mutex_);
    return position_;
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    position_ = position;
  }

  // The look at the old position and the deed are one step, too.
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
