#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

#include "racelab/scenario.h"
#include "stand.h"

namespace {

constexpr int kNone = -1;  // Stands for "no taxi" in these tests.

int WaitAt(TaxiStand& stand, std::stop_token cancel) {
  return stand.Wait(std::move(cancel)).value_or(kNone);
}

TEST(TaxiStand, GivesOutTaxisInTheOrderTheyCame) {
  const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
  stand->Arrive(7);
  stand->Arrive(8);
  EXPECT_EQ(WaitAt(*stand, {}), 7);
  EXPECT_EQ(WaitAt(*stand, {}), 8);
}

TEST(TaxiStand, SendsAPassengerHomeWhoWaits) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    std::atomic<bool> asked = false;
    racelab::Concurrently({[&] {
                             EXPECT_EQ(WaitAt(*stand, friends.get_token()), kNone)
                                 << "no taxi ever came; -1 stands for: no taxi";
                             EXPECT_TRUE(asked) << "gave up before it was asked to";
                           },
                           [&] {
                             asked = true;
                             friends.request_stop();
                           }});
  });
}

TEST(TaxiStand, SendsAPassengerHomeWhoWasAskedBefore) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    friends.request_stop();
    EXPECT_EQ(WaitAt(*stand, friends.get_token()), kNone) << "asked to stop before it came";
  });
}

TEST(TaxiStand, SendsAThreadHomeThatIsToEnd) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    int taxi = 0;
    {
      const std::jthread passenger([&](std::stop_token s) { taxi = WaitAt(*stand, s); });
    }
    EXPECT_EQ(taxi, kNone) << "the destructor of std::jthread asks to stop, and joins";
  });
}

TEST(TaxiStand, GivesATaxiToAPassengerWhoWaits) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    bool washed = false;
    racelab::Concurrently({[&] {
                             const int taxi = WaitAt(*stand, friends.get_token());
                             EXPECT_EQ(taxi, 7) << "nobody asked the passenger to give up";
                             if (taxi == 7) EXPECT_TRUE(washed) << "written before Arrive()";
                           },
                           [&] {
                             washed = true;
                             stand->Arrive(7);
                           }});
  });
}

TEST(TaxiStand, LosesNoTaxiWhenAPassengerGivesUp) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    int taxi = 0;
    racelab::Concurrently({[&] { taxi = WaitAt(*stand, friends.get_token()); },
                           [&] { stand->Arrive(7); }, [&] { friends.request_stop(); }});
    EXPECT_TRUE(taxi == 7 || taxi == kNone) << "got " << taxi;
    stand->Arrive(8);
    EXPECT_EQ(WaitAt(*stand, {}), taxi == 7 ? 8 : 7) << "the passenger before got " << taxi;
  });
}

TEST(TaxiStand, SendsEveryPassengerHomeWhoIsAsked) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    // Each has a token of its own: the library's lock in one token for both is not our subject.
    std::stop_source friends;
    std::stop_source family;
    racelab::Concurrently({[&] { EXPECT_EQ(WaitAt(*stand, friends.get_token()), kNone); },
                           [&] { EXPECT_EQ(WaitAt(*stand, family.get_token()), kNone); },
                           [&] {
                             friends.request_stop();
                             family.request_stop();
                           }});
  });
}

TEST(TaxiStand, LetsTheOthersWaitOn) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    std::stop_source family;
    racelab::Concurrently({[&] {
                             EXPECT_EQ(WaitAt(*stand, friends.get_token()), kNone);
                             stand->Arrive(7);
                           },
                           [&] {
                             EXPECT_EQ(WaitAt(*stand, family.get_token()), 7)
                                 << "another passenger was asked to give up, not this one";
                           },
                           [&] { friends.request_stop(); }});
  });
}

TEST(TaxiStand, CallsTheNextWhenAPassengerGivesUp) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    std::stop_source friends;
    racelab::Concurrently({[&] {
                             const int taxi = WaitAt(*stand, friends.get_token());
                             if (taxi != kNone) stand->Arrive(taxi);  // Lets the other one ride.
                           },
                           [&] { EXPECT_EQ(WaitAt(*stand, {}), 7) << "the only taxi there is"; },
                           [&] {
                             stand->Arrive(7);
                             friends.request_stop();
                           }});
  });
}

TEST(TaxiStand, GivesEachPassengerATaxiOfItsOwn) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    int taxis[2] = {0, 0};
    racelab::Concurrently({[&] { taxis[0] = WaitAt(*stand, {}); },
                           [&] { taxis[1] = WaitAt(*stand, {}); },
                           [&] {
                             stand->Arrive(7);
                             stand->Arrive(8);
                           }});
    EXPECT_EQ(std::min(taxis[0], taxis[1]), 7);
    EXPECT_EQ(std::max(taxis[0], taxis[1]), 8);
  });
}

TEST(TaxiStand, ForgetsTheTokenWhenThePassengerHasGone) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    std::stop_source friends;
    std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
    racelab::Concurrently(
        {[&] { EXPECT_EQ(WaitAt(*stand, friends.get_token()), 7); }, [&] { stand->Arrive(7); }});
    stand.reset();
    friends.request_stop();  // The passenger sits in the taxi, and the stand is gone.
  });
}

}  // namespace
