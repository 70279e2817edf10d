#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <ostream>

#include "racelab/scenario.h"
#include "ship.h"

void PrintTo(const Position& position, std::ostream* out) {
  *out << "{" << position.east << ", " << position.north << "}";
}

namespace {

using testing::PrintToString;

TEST(Ship, IsWhereItWasSetAndMoved) {
  const std::unique_ptr<Ship> ship = MakeShip({5, -6});
  EXPECT_EQ(ship->Where(), (Position{5, -6}));
  ship->Move(-10, 0);
  EXPECT_EQ(ship->Where(), (Position{-5, -6})) << "moved by {-10, 0}";
  ship->Move(5, -1);
  EXPECT_EQ(ship->Where(), (Position{0, -7})) << "moved by {5, -1}";
  ship->Move(-1, 8);
  EXPECT_EQ(ship->Where(), (Position{-1, 1})) << "moved by {-1, 8}";
  ship->Set({1, 2});
  EXPECT_EQ(ship->Where(), (Position{1, 2}));
}

TEST(Ship, MayBeAsFarAwayAsAnIntGoes) {
  constexpr int kFar = std::numeric_limits<int>::max();
  const std::unique_ptr<Ship> ship = MakeShip({kFar, -kFar});
  EXPECT_EQ(ship->Where(), (Position{kFar, -kFar}));
  ship->Set({-kFar, kFar});
  EXPECT_EQ(ship->Where(), (Position{-kFar, kFar}));
}

TEST(Ship, IsSeenWholeWhileItIsSet) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({1, 2});
    Position seen;
    racelab::Concurrently({[&] { ship->Set({300, 400}); }, [&] { seen = ship->Where(); }});
    EXPECT_TRUE(seen == (Position{1, 2}) || seen == (Position{300, 400}))
        << "from {1, 2} to {300, 400}, and somebody saw " << PrintToString(seen);
  });
}

TEST(Ship, IsSeenWholeWhileItMoves) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({1, 2});
    Position seen;
    racelab::Concurrently({[&] { ship->Move(10, 20); }, [&] { seen = ship->Where(); }});
    EXPECT_TRUE(seen == (Position{1, 2}) || seen == (Position{11, 22}))
        << "from {1, 2} to {11, 22}, and somebody saw " << PrintToString(seen);
  });
}

// The first number goes and comes back: to look at it twice proves nothing.
TEST(Ship, IsSeenWholeWhileItIsSetTwice) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({1, 2});
    Position seen;
    racelab::Concurrently({[&] {
                             ship->Set({300, 400});
                             ship->Set({1, 500});
                           },
                           [&] { seen = ship->Where(); }});
    EXPECT_TRUE(seen == (Position{1, 2}) || seen == (Position{300, 400}) ||
                seen == (Position{1, 500}))
        << "{1, 2}, {300, 400}, {1, 500}, and somebody saw " << PrintToString(seen);
  });
}

TEST(Ship, NeverGoesBackInTimeForOneThread) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({0, 0});
    Position first;
    Position second;
    racelab::Concurrently({[&] {
                             ship->Move(1, 10);
                             EXPECT_EQ(ship->Where(), (Position{1, 10})) << "nobody else moved it";
                           },
                           [&] {
                             first = ship->Where();
                             second = ship->Where();
                           }});
    EXPECT_LE(first.east, second.east) << "the second look saw an older position than the first";
    EXPECT_LE(first.north, second.north) << "the second look saw an older position than the first";
  });
}

TEST(Ship, IsSetByTwoAndStaysWhole) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({0, 0});
    racelab::Concurrently(2, [&](int i) { ship->Set({i + 1, i + 1}); });
    const Position last = ship->Where();
    EXPECT_TRUE(last == (Position{1, 1}) || last == (Position{2, 2}))
        << "one set {1, 1}, the other {2, 2}, and the ship is at " << PrintToString(last);
  });
}

TEST(Ship, IsMovedByTwo) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({0, 0});
    racelab::Concurrently(2, [&](int i) { ship->Move(i == 0 ? 1 : -2, 5); });
    EXPECT_EQ(ship->Where(), (Position{-1, 10})) << "moved by {1, 5} and by {-2, 5}";
  });
}

TEST(Ship, IsMovedWhileItIsSet) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ship = MakeShip({0, 0});
    racelab::Concurrently({[&] { ship->Set({100, 100}); }, [&] { ship->Move(1, 2); }});
    const Position last = ship->Where();
    EXPECT_TRUE(last == (Position{100, 100}) || last == (Position{101, 102}))
        << "set to {100, 100}, moved by {1, 2} before or after; it is at " << PrintToString(last);
  });
}

TEST(Ship, IsNotAnotherShip) {
  racelab::Explore([] {
    const std::unique_ptr<Ship> ferry = MakeShip({1, 1});
    const std::unique_ptr<Ship> tug = MakeShip({2, 2});
    racelab::Concurrently({[&] { ferry->Move(1, 1); }, [&] { tug->Set({9, 9}); }});
    EXPECT_EQ(ferry->Where(), (Position{2, 2}));
    EXPECT_EQ(tug->Where(), (Position{9, 9}));
  });
}

}  // namespace
