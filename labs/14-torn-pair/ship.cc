// YOUR FILE: the only one that is graded.
//
// Each of the two numbers is read and written under the lock. The ferry was seen in the middle of
// the town.
#include "ship.h"

#include <mutex>

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  // TODO: let every position that is read be one that the ship has had.
  Position Where() const override { return {East(), North()}; }

  void Set(Position position) override {
    SetEast(position.east);
    SetNorth(position.north);
  }

  void Move(int east, int north) override {
    SetEast(East() + east);
    SetNorth(North() + north);
  }

 private:
  int East() const {
    const std::lock_guard lock(mutex_);
    return position_.east;
  }

  int North() const {
    const std::lock_guard lock(mutex_);
    return position_.north;
  }

  void SetEast(int east) {
    const std::lock_guard lock(mutex_);
    position_.east = east;
  }

  void SetNorth(int north) {
    const std::lock_guard lock(mutex_);
    position_.north = north;
  }

  mutable std::mutex mutex_;
  Position position_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
