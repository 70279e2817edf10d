#include <gtest/gtest.h>

#include <memory>

#include "racelab/faults.h"
#include "racelab/scenario.h"
#include "tally.h"

namespace {

TEST(Tally, StandsAtZeroAtFirst) {
  racelab::Explore([] { EXPECT_EQ(MakeTally()->Total(), 0); });
}

TEST(Tally, ShowsTheParentWhatAChildAdded) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently(1, [&](int) { tally->Add(3); });
    EXPECT_EQ(tally->Total(), 3) << "a child process added 3 and has ended";
  });
}

TEST(Tally, CountsEveryVoteOfTwoProcesses) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently(2, [&](int) {
      tally->Add(1);
      tally->Add(2);
    });
    EXPECT_EQ(tally->Total(), 6) << "two processes added 1 and 2 each, and have ended";
  });
}

TEST(Tally, CountsEveryVoteOfThreeProcesses) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently(3, [&](int i) { tally->Add(i + 1); });
    EXPECT_EQ(tally->Total(), 6) << "three processes added 1, 2 and 3, and have ended";
  });
}

TEST(Tally, ShowsAllOrNothingOfAnAddition) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently({[&] { tally->Add(5); },
                           [&] {
                             const int first = tally->Total();
                             const int second = tally->Total();
                             EXPECT_TRUE(first == 0 || first == 5) << "Total() was " << first;
                             EXPECT_TRUE(second == 0 || second == 5) << "Total() was " << second;
                             EXPECT_LE(first, second) << "the total went backwards";
                           }});
  });
}

TEST(Tally, ShowsAProcessItsOwnVotesAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently(2, [&](int) {
      tally->Add(1);
      EXPECT_GE(tally->Total(), 1) << "this process had added one by then";
    });
  });
}

TEST(Tally, KeepsTwoTalliesApart) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> yes = MakeTally();
    const std::unique_ptr<Tally> no = MakeTally();
    racelab::Concurrently({[&] { yes->Add(1); }, [&] { no->Add(2); }});
    EXPECT_EQ(yes->Total(), 1);
    EXPECT_EQ(no->Total(), 2);
  });
}

TEST(Tally, OutlivesAnObjectOfAnotherProcess) {
  racelab::Explore([] {
    std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently({[&] {
                             tally->Add(1);
                             tally.reset();  // The parent's object is another one.
                           },
                           [&] { tally->Add(1); }});
    EXPECT_EQ(tally->Total(), 2);
  });
}

}  // namespace
