// YOUR FILE: the only one that is graded.
//
// Both numbers packed by hand into one atomic word. Relaxed is enough: the contract promises the
// position, and nothing beyond it.
#include <atomic>
#include <cstdint>

#include "ship.h"

namespace {

class Ferry : public Ship {
 public:
  explicit Ferry(Position start) : word_(Pack(start)) {}

  Position Where() const override { return Unpack(word_.load(std::memory_order_relaxed)); }

  void Set(Position position) override { word_.store(Pack(position), std::memory_order_relaxed); }

  // Each half is added to by itself, so that nothing is carried from one into the other.
  void Move(int east, int north) override {
    std::uint64_t seen = word_.load(std::memory_order_relaxed);
    std::uint64_t moved;
    do {
      const Position position = Unpack(seen);
      moved = Pack({position.east + east, position.north + north});
    } while (!word_.compare_exchange_weak(seen, moved, std::memory_order_relaxed));
  }

 private:
  static std::uint64_t Pack(Position position) {
    return std::uint64_t{static_cast<std::uint32_t>(position.east)} << 32 |
           static_cast<std::uint32_t>(position.north);
  }

  static Position Unpack(std::uint64_t word) {
    return {static_cast<int>(word >> 32), static_cast<int>(word & 0xffffffff)};
  }

  std::atomic<std::uint64_t> word_;
};

}  // namespace

std::unique_ptr<Ship> MakeShip(Position start) { return std::make_unique<Ferry>(start); }
