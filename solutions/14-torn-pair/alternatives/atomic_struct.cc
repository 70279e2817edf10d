// YOUR FILE: the only one that is graded.
//
// Two ints are one word: a std::atomic of the struct reads, writes and exchanges both in one step.
#include <atomic>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override { return position_; }

  void Set(Position position) override { position_ = position; }

  void Move(int east, int north) override {
    Position seen = position_;
    // A failed exchange puts the newer position into `seen`, and the sum is made anew.
    while (!position_.compare_exchange_weak(seen, {seen.east + east, seen.north + north})) {
    }
  }

 private:
  std::atomic<Position> position_;
  static_assert(std::atomic<Position>::is_always_lock_free);
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
