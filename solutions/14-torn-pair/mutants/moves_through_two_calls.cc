// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each of the two calls is whole. What was set in between is undone.
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

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    position_ = position;
  }

  void Move(int east, int north) override {
    const Position seen = Where();
    Set({seen.east + east, seen.north + north});
  }

 private:
  mutable std::mutex mutex_;
  Position position_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
