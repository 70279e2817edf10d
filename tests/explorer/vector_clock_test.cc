#include "vector_clock.h"

#include "gtest/gtest.h"

namespace racelab::explorer {
namespace {

TEST(Epoch, KeepsThreadAndClock) {
  const Epoch epoch(kMaxThreads - 1, 12345);
  EXPECT_EQ(epoch.thread(), kMaxThreads - 1);
  EXPECT_EQ(epoch.clock(), 12345u);
  EXPECT_TRUE(epoch.ever());
  EXPECT_EQ(Epoch::FromBits(epoch.bits()), epoch);
}

TEST(Epoch, OfNothingIsNever) { EXPECT_FALSE(Epoch().ever()); }

TEST(VectorClock, KnowsNothingAtFirst) {
  VectorClock clock;
  EXPECT_TRUE(clock.empty());
  EXPECT_EQ(clock.Get(3), 0u);
  EXPECT_FALSE(clock.Saw(Epoch(3, 1)));
}

TEST(VectorClock, SeesItsOwnPast) {
  VectorClock clock;
  clock.Tick(2);
  clock.Tick(2);
  EXPECT_TRUE(clock.Saw(Epoch(2, 1)));
  EXPECT_TRUE(clock.Saw(Epoch(2, 2)));
  EXPECT_FALSE(clock.Saw(Epoch(2, 3)));
}

TEST(VectorClock, JoinTakesTheLaterOfBoth) {
  VectorClock a;
  a.Set(0, 5);
  a.Set(1, 1);
  VectorClock b;
  b.Set(1, 4);
  b.Set(3, 2);
  a.Join(b);
  EXPECT_EQ(a.Get(0), 5u);
  EXPECT_EQ(a.Get(1), 4u);
  EXPECT_EQ(a.Get(2), 0u);
  EXPECT_EQ(a.Get(3), 2u);
}

TEST(VectorClock, GrowsWithoutOldContent) {
  VectorClock clock;
  clock.Set(5, 7);
  clock.Clear();
  clock.Set(2, 1);
  VectorClock other;
  other.Set(7, 1);
  clock.Join(other);
  EXPECT_EQ(clock.Get(5), 0u);
}

TEST(VectorClock, NamesTheFirstThreadNotSeen) {
  VectorClock readers;
  readers.Set(1, 3);
  readers.Set(2, 9);
  VectorClock seen;
  seen.Set(1, 3);
  EXPECT_EQ(readers.FirstNotSeenBy(seen), 2);
  seen.Set(2, 9);
  EXPECT_EQ(readers.FirstNotSeenBy(seen), -1);
}

}  // namespace
}  // namespace racelab::explorer
