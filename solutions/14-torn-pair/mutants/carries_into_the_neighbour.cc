// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Adds to both halves of the word in one step, and a sum below zero borrows from the other half.
#include <atomic>
#include <cstdint>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : word_(Pack(start.east, start.north)) {}

  Position Where() const override {
    const std::uint64_t word = word_;
    return {static_cast<int>(word >> 32), static_cast<int>(word & 0xffffffff)};
  }

  void Set(Position position) override { word_ = Pack(position.east, position.north); }

  void Move(int east, int north) override { word_ += Pack(east, north); }

 private:
  static std::uint64_t Pack(int east, int north) {
    return std::uint64_t{static_cast<std::uint32_t>(east)} << 32 |
           static_cast<std::uint32_t>(north);
  }

  std::atomic<std::uint64_t> word_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
