// YOUR FILE: the only one that is graded.
//
// A semaphore with one permit: whoever has it has the pair.
#include <semaphore>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override {
    permit_.acquire();
    const Position position = position_;
    permit_.release();
    return position;
  }

  void Set(Position position) override {
    permit_.acquire();
    position_ = position;
    permit_.release();
  }

  void Move(int east, int north) override {
    permit_.acquire();
    position_.east += east;
    position_.north += north;
    permit_.release();
  }

 private:
  mutable std::binary_semaphore permit_{1};
  Position position_;  // Only touched with the permit.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
