// YOUR FILE: the only one that is graded.
//
// expect: leak
// Each position is new and whole, and the pointer to it atomic; nobody frees the old ones.
#include <atomic>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : current_(new Position(start)) {}

  Position Where() const override { return *current_.load(); }

  void Set(Position position) override { current_ = new Position(position); }

  void Move(int east, int north) override {
    const Position* seen = current_;
    const Position* moved;
    do {
      moved = new Position{seen->east + east, seen->north + north};
    } while (!current_.compare_exchange_weak(seen, moved));
  }

 private:
  std::atomic<const Position*> current_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
