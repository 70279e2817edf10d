#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "racelab/scenario.h"
#include "red_flag.h"

namespace {

TEST(RedFlag, IsDownAtFirst) { EXPECT_FALSE(MakeRedFlag()->IsUp()); }

TEST(RedFlag, StaysUp) {
  const std::unique_ptr<RedFlag> flag = MakeRedFlag();
  flag->Raise("boathouse");
  EXPECT_TRUE(flag->IsUp()) << "Raise() has returned";
  EXPECT_EQ(flag->WaitUntilUp(), "boathouse");
  flag->Raise("restaurant");
  EXPECT_TRUE(flag->IsUp());
  EXPECT_EQ(flag->WaitUntilUp(), "boathouse") << "only the first call says where to go";
}

TEST(RedFlag, KeepsTwoLakesApart) {
  const std::unique_ptr<RedFlag> north = MakeRedFlag();
  const std::unique_ptr<RedFlag> south = MakeRedFlag();
  north->Raise("boathouse");
  EXPECT_FALSE(south->IsUp()) << "the flag of the other lake is up";
  south->Raise("restaurant");
  EXPECT_EQ(north->WaitUntilUp(), "boathouse");
  EXPECT_EQ(south->WaitUntilUp(), "restaurant");
}

TEST(RedFlag, ShowsASwimmerWhatWasDoneBefore) {
  racelab::Explore([] {
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    bool doors_open = false;  // Nothing but the flag tells the swimmer about it.
    racelab::Concurrently({[&] {
                             doors_open = true;
                             flag->Raise("boathouse");
                           },
                           [&] {
                             if (!flag->IsUp()) return;
                             EXPECT_TRUE(doors_open) << "done before Raise()";
                             EXPECT_TRUE(flag->IsUp()) << "the flag was up, and went down again";
                             EXPECT_EQ(flag->WaitUntilUp(), "boathouse");
                           }});
    EXPECT_TRUE(flag->IsUp()) << "the thread that called Raise() has been joined";
  });
}

TEST(RedFlag, WakesASleeper) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    bool doors_open = false;
    racelab::Concurrently({[&] {
                             doors_open = true;
                             flag->Raise("boathouse");
                           },
                           [&] {
                             EXPECT_EQ(flag->WaitUntilUp(), "boathouse");
                             EXPECT_TRUE(doors_open) << "done before Raise()";
                           }});
  });
}

TEST(RedFlag, WakesEverySleeper) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    racelab::Concurrently({[&] { EXPECT_EQ(flag->WaitUntilUp(), "boathouse"); },
                           [&] { EXPECT_EQ(flag->WaitUntilUp(), "boathouse"); },
                           [&] { flag->Raise("boathouse"); }});
  });
}

TEST(RedFlag, MayBeLookedAtWhileOthersSleep) {
  racelab::Explore([] {
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    racelab::Concurrently({[&] { EXPECT_EQ(flag->WaitUntilUp(), "boathouse"); },
                           [&] {
                             EXPECT_FALSE(flag->IsUp()) << "nobody has raised it yet";
                             flag->Raise("boathouse");
                             EXPECT_TRUE(flag->IsUp()) << "this thread has raised it";
                           }});
  });
}

TEST(RedFlag, IsUpWhenEitherOfTwoGuardsHasRaisedIt) {
  racelab::Explore([] {
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    const std::string shelters[2] = {"boathouse", "restaurant"};
    racelab::Concurrently(2, [&](int i) {
      flag->Raise(shelters[i]);
      EXPECT_TRUE(flag->IsUp()) << "Raise() has returned";
    });
    const std::string shelter = flag->WaitUntilUp();
    EXPECT_TRUE(shelter == shelters[0] || shelter == shelters[1])
        << "nobody named the shelter \"" << shelter << '"';
  });
}

TEST(RedFlag, SendsEverybodyToTheSameShelter) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<RedFlag> flag = MakeRedFlag();
    const std::string shelters[2] = {"boathouse", "restaurant"};
    bool doors_open[2] = {false, false};
    std::string first;
    const auto guard = [&](int i) {
      doors_open[i] = true;
      flag->Raise(shelters[i]);
    };
    racelab::Concurrently({[&] { guard(0); }, [&] { guard(1); },
                           [&] {
                             first = flag->WaitUntilUp();
                             EXPECT_TRUE(doors_open[first == shelters[1]])
                                 << "done before the Raise() that put the flag up";
                           }});
    EXPECT_EQ(flag->WaitUntilUp(), first) << "the second answer differs from the first";
  });
}

}  // namespace
