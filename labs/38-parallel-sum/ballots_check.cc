#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <vector>

#include "ballots.h"
#include "oneapi/tbb/global_control.h"
#include "oneapi/tbb/task_arena.h"
#include "racelab/scenario.h"

namespace {

constexpr int kThreads = 3;

// Counts in an arena with three threads, however few cores there are.
std::int64_t Count(int stations, const OpenBox& open_box) {
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, kThreads);
  tbb::task_arena arena(kThreads);
  std::int64_t votes = 0;
  arena.execute([&] { votes = CountVotes(stations, open_box); });
  return votes;
}

TEST(Ballots, CountsNothingWhereNobodyVotes) {
  EXPECT_EQ(Count(0, [](int) { return 1; }), 0);
  EXPECT_EQ(Count(1, [](int) { return 0; }), 0);
}

TEST(Ballots, CountsOneStation) {
  EXPECT_EQ(Count(1, [](int station) { return 7 + station; }), 7);
}

// Two boxes are open at once before any is counted, so the work is known to be shared out.
TEST(Ballots, OpensBoxesAtOnce) {
  racelab::Explore([] {
    const std::int64_t votes = Count(100, [](int station) {
      const racelab::Overlap inside("two boxes are open at once", 2);
      return station + 1;
    });
    EXPECT_EQ(votes, 5050) << "votes of 100 stations: 1 + 2 + … + 100";
  });
  EXPECT_REACHABLE("two boxes are open at once");
}

TEST(Ballots, OpensEveryBoxOnce) {
  std::vector<std::atomic<int>> opened(1000);
  const std::int64_t votes = Count(1000, [&](int station) {
    opened[station].fetch_add(1, std::memory_order_relaxed);
    return 1;
  });
  EXPECT_EQ(votes, 1000) << "one vote in each of 1000 boxes";
  int wrong = 0;
  for (const std::atomic<int>& times : opened) wrong += times != 1;
  EXPECT_EQ(wrong, 0) << "boxes that were not opened exactly once";
}

TEST(Ballots, AddsLargeCountsAndCorrections) {
  const std::int64_t large = 3'000'000'000;
  EXPECT_EQ(Count(100, [&](int) { return large; }), 100 * large);
  EXPECT_EQ(Count(100, [](int station) { return station % 2 == 0 ? -5 : 3; }), -100);
}

TEST(Ballots, StartsAnewWithEachElection) {
  for (int election = 0; election < 3; ++election) {
    EXPECT_EQ(Count(50, [](int) { return 2; }), 100) << "votes of election " << election;
  }
}

TEST(Ballots, KeepsTwoElectionsApart) {
  racelab::Explore([] {
    std::int64_t votes[2] = {0, 0};
    racelab::Concurrently(
        2, [&](int i) { votes[i] = Count(20, [i](int) { return i == 0 ? 1 : 100; }); });
    EXPECT_EQ(votes[0], 20);
    EXPECT_EQ(votes[1], 2000);
  });
}

}  // namespace
