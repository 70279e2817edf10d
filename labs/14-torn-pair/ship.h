// The contract of lab 14: where a ship is, as several of its instruments see it.
//
// Example:
//   std::unique_ptr<Ship> ferry = MakeShip({0, 0});
//   std::jthread gps([&] { ferry->Set({300, 400}); });
//   std::jthread chart([&] { Draw(ferry->Where()); });
//   // The chart shows {0, 0} or {300, 400}: never {300, 0}.
#ifndef LABS_14_TORN_PAIR_SHIP_H_
#define LABS_14_TORN_PAIR_SHIP_H_

#include <memory>

// In metres from the lighthouse; any two ints. The two belong together: half a position is none.
struct Position {
  int east = 0;
  int north = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

// Thread-safety: any number of threads may call any method at the same time. Each call takes effect
// at one moment between its beginning and its end, with both numbers.
// Memory order: none beyond the position itself; no call makes other data of the caller visible.
class Ship {
 public:
  virtual ~Ship() = default;

  // The position at one moment of the call. It is one that the ship has had, never an
  // older one than this thread has seen before.
  virtual Position Where() const = 0;

  // The satellites say where the ship is.
  virtual void Set(Position position) = 0;

  // The log says how far the ship has gone since: adds both numbers, which may be negative, to the
  // position. Every call counts. The sums are ints, too.
  virtual void Move(int east, int north) = 0;
};

std::unique_ptr<Ship> MakeShip(Position start);

#endif  // LABS_14_TORN_PAIR_SHIP_H_
