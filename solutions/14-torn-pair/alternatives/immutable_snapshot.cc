// YOUR FILE: the only one that is graded.
//
// A position is never changed: a new one takes its place, and only the pointer needs the lock.
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : position_(std::make_shared<const Position>(start)) {}

  Position Where() const override {
    std::unique_lock lock(mutex_);
    const std::shared_ptr<const Position> position = position_;
    lock.unlock();
    return *position;
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    position_ = std::make_shared<const Position>(position);
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    position_ = std::make_shared<const Position>(
        Position{position_->east + east, position_->north + north});
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Position> position_;  // Guarded by mutex_; what it points to is constant.
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
