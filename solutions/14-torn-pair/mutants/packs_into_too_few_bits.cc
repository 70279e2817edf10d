// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Half a word of 32 bits for each number: a ship that is far out does not fit.
#include <atomic>
#include <cstdint>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : word_(Narrow(start.east, start.north)) {}

  Position Where() const override {
    const Short seen = word_;
    return {seen.east, seen.north};
  }

  void Set(Position position) override { word_ = Narrow(position.east, position.north); }

  void Move(int east, int north) override {
    Short seen = word_;
    while (!word_.compare_exchange_weak(seen, Narrow(seen.east + east, seen.north + north))) {
    }
  }

 private:
  struct Short {
    std::int16_t east;
    std::int16_t north;
  };

  static Short Narrow(int east, int north) {
    return {static_cast<std::int16_t>(east), static_cast<std::int16_t>(north)};
  }

  std::atomic<Short> word_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
