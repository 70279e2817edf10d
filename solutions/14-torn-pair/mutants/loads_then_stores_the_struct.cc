// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The struct is atomic; a move that reads it and writes it is still two steps.
#include <atomic>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override { return position_; }

  void Set(Position position) override { position_ = position; }

  void Move(int east, int north) override {
    const Position seen = position_;
    position_ = {seen.east + east, seen.north + north};
  }

 private:
  std::atomic<Position> position_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
