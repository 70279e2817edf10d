// YOUR FILE: the only one that is graded.
//
// oneTBB's reader-writer lock, for sections as short as these.
#include "oneapi/tbb/spin_rw_mutex.h"
#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(start) {}

  Position Where() const override {
    const Lock::scoped_lock lock(lock_, /*write=*/false);
    return position_;
  }

  void Set(Position position) override {
    const Lock::scoped_lock lock(lock_, /*write=*/true);
    position_ = position;
  }

  void Move(int east, int north) override {
    const Lock::scoped_lock lock(lock_, /*write=*/true);
    position_.east += east;
    position_.north += north;
  }

 private:
  using Lock = tbb::spin_rw_mutex;
  mutable Lock lock_;
  Position position_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
