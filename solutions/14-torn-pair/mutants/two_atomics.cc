// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each number is atomic, and the pair is not: no data race, and half a position.
#include <atomic>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : east_(start.east), north_(start.north) {}

  Position Where() const override { return {east_, north_}; }

  void Set(Position position) override {
    east_ = position.east;
    north_ = position.north;
  }

  void Move(int east, int north) override {
    east_ += east;
    north_ += north;
  }

 private:
  std::atomic<int> east_;
  std::atomic<int> north_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
