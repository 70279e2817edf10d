// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Writes to the slot that nobody reads and turns the index. After a second write the slow reader's
// slot is being written.
#include <atomic>
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : slots_{start, {}} {}

  Position Where() const override { return slots_[current_]; }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    Turn(position);
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    const Position seen = slots_[current_];
    Turn({seen.east + east, seen.north + north});
  }

 private:
  void Turn(Position position) {
    const int next = 1 - current_;
    slots_[next] = position;
    current_ = next;
  }

  std::mutex mutex_;  // For those who write.
  std::atomic<int> current_ = 0;
  Position slots_[2];
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
