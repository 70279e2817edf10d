// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Writes both with one instruction of this machine. To C++ it is a data race like any other.
#include <cstdint>
#include <mutex>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : word_(Pack(start)) {}

  Position Where() const override {
    const std::uint64_t word = word_;
    return {static_cast<int>(word >> 32), static_cast<int>(word & 0xffffffff)};
  }

  void Set(Position position) override {
    const std::lock_guard lock(mutex_);
    word_ = Pack(position);
  }

  void Move(int east, int north) override {
    const std::lock_guard lock(mutex_);
    const Position seen = Where();
    word_ = Pack({seen.east + east, seen.north + north});
  }

 private:
  static std::uint64_t Pack(Position position) {
    return std::uint64_t{static_cast<std::uint32_t>(position.east)} << 32 |
           static_cast<std::uint32_t>(position.north);
  }

  std::mutex mutex_;  // For those who write.
  std::uint64_t word_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
