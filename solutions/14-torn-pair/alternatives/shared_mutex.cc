// YOUR FILE: the only one that is graded.
//
// Who looks shares the lock with others who look; who changes the pair has it alone.
#include <mutex>
#include <shared_mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override {
    const std::shared_lock lock(mutex_);
    return position_;
  }

  void Set(Position position) override {
    const std::unique_lock lock(mutex_);
    position_ = position;
  }

  void Move(int east, int north) override {
    const std::unique_lock lock(mutex_);
    position_.east += east;
    position_.north += north;
  }

 private:
  mutable std::shared_mutex mutex_;
  Position position_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
