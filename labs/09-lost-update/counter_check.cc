#include <gtest/gtest.h>

#include <memory>

#include "counter.h"
#include "racelab/scenario.h"

namespace {

TEST(Counter, StandsAtZeroAtFirst) { EXPECT_EQ(MakeCounter()->Value(), 0); }

TEST(Counter, CountsEveryIncrementFromEveryThread) {
  racelab::Explore([] {
    const std::unique_ptr<Counter> counter = MakeCounter();
    racelab::Concurrently(2, [&](int) {
      counter->Increment();
      counter->Increment();
    });
    EXPECT_EQ(counter->Value(), 4) << "two threads added two each, and have been joined";
  });
}

TEST(Counter, CountsThreeDoorsAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Counter> counter = MakeCounter();
    racelab::Concurrently(3, [&](int) { counter->Increment(); });
    EXPECT_EQ(counter->Value(), 3) << "three threads added one each, and have been joined";
  });
}

TEST(Counter, MayBeReadWhileOthersCount) {
  racelab::Explore([] {
    const std::unique_ptr<Counter> counter = MakeCounter();
    int first = 0;
    int second = 0;
    racelab::Concurrently({[&] { counter->Increment(); },
                           [&] {
                             first = counter->Value();
                             second = counter->Value();
                           }});
    EXPECT_TRUE(first == 0 || first == 1) << "one visitor came, and the board said " << first;
    EXPECT_TRUE(second == 0 || second == 1) << "one visitor came, and the board said " << second;
    EXPECT_LE(first, second) << "the board went backwards";
  });
}

TEST(Counter, ShowsAThreadItsOwnIncrements) {
  racelab::Explore([] {
    const std::unique_ptr<Counter> counter = MakeCounter();
    racelab::Concurrently(2, [&](int) {
      counter->Increment();
      EXPECT_GE(counter->Value(), 1) << "this thread had added one by then";
    });
  });
}

TEST(Counter, KeepsTwoCountersApart) {
  racelab::Explore([] {
    const std::unique_ptr<Counter> museum = MakeCounter();
    const std::unique_ptr<Counter> cafe = MakeCounter();
    racelab::Concurrently({[&] { museum->Increment(); }, [&] { cafe->Increment(); }});
    EXPECT_EQ(museum->Value(), 1);
    EXPECT_EQ(cafe->Value(), 1);
  });
}

}  // namespace
