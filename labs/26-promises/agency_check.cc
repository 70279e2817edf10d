#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "agency.h"
#include "racelab/scenario.h"

namespace {

class NoSeats : public std::runtime_error {
 public:
  explicit NoSeats(int flight) : std::runtime_error("no seats"), flight_(flight) {}
  int flight() const { return flight_; }

 private:
  int flight_;
};

// The price, or what the customer is told instead, in words. Does not ask twice.
std::string Told(Offer& offer) {
  try {
    return std::to_string(offer.Price()) + " euros";
  } catch (const NoSeats& error) {
    return "no seats on flight " + std::to_string(error.flight());
  } catch (const std::exception& error) {
    return std::string("another exception, which says: ") + error.what();
  } catch (const char* words) {
    return words;
  } catch (...) {
    return "something else was thrown";
  }
}

TEST(Agency, TellsThePriceOfOneLeg) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    int asked = 0;  // Plain: the answer itself says that the airline is done with it.
    const std::unique_ptr<Offer> offer = AskForJourney({[&] { return 100 + ++asked; }});
    ASSERT_EQ(Told(*offer), "101 euros");
    EXPECT_EQ(asked, 1) << "calls of one inquiry";
  });
}

TEST(Agency, PassesOnWhatTheAirlineThrew) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer = AskForJourney({[]() -> int { throw NoSeats(714); }});
    EXPECT_EQ(Told(*offer), "no seats on flight 714")
        << "the inquiry threw NoSeats(714), and nobody else may speak for the airline";
  });
}

TEST(Agency, PassesOnWhatIsNoStdException) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer = AskForJourney({[]() -> int { throw "the line is dead"; }});
    EXPECT_EQ(Told(*offer), "the line is dead") << "an inquiry may throw anything at all";
  });
}

TEST(Agency, AddsUpTheLegs) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    int asked[2] = {0, 0};
    const std::unique_ptr<Offer> offer =
        AskForJourney({[&] { return 100 + ++asked[0]; }, [&] { return 20 + ++asked[1]; }});
    ASSERT_EQ(Told(*offer), "122 euros") << "two legs at 101 and 21";
    EXPECT_EQ(asked[0] + asked[1], 2) << "calls of two inquiries";
  });
}

TEST(Agency, FailsWhenOneLegFails) {
  for (const int full : {0, 1}) {
    racelab::Explore([full] {
      const auto leg = [full](int i) {
        return [=]() -> int {
          if (i == full) throw NoSeats(i);
          return 100;
        };
      };
      const std::unique_ptr<Offer> offer = AskForJourney({leg(0), leg(1)});
      EXPECT_EQ(Told(*offer), "no seats on flight " + std::to_string(full));
    });
  }
}

TEST(Agency, FailsWhenBothLegsFail) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer =
        AskForJourney({[]() -> int { throw NoSeats(1); }, []() -> int { throw NoSeats(2); }});
    const std::string told = Told(*offer);
    EXPECT_TRUE(told == "no seats on flight 1" || told == "no seats on flight 2")
        << "both airlines threw NoSeats, and the customer was told: " << told;
  });
}

// What Price() throws the second time is not caught here: it ends the program, as it would the
// agency's.
TEST(Agency, GivesTheSameAnswerWhenAskedAgain) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer = AskForJourney({[] { return 100; }});
    int price = 0;
    racelab::Concurrently({[&] {
      EXPECT_EQ(Told(*offer), "100 euros");
      price = offer->Price();
    }});
    EXPECT_EQ(price, 100) << "the second time, of the same offer";
  });
}

TEST(Agency, GivesTheSameBadAnswerWhenAskedAgain) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer = AskForJourney({[]() -> int { throw NoSeats(714); }});
    racelab::Concurrently({[&] {
      const std::string told = Told(*offer);
      EXPECT_EQ(told, "no seats on flight 714");
      if (told != "no seats on flight 714") return;
      try {
        const int price = offer->Price();
        ADD_FAILURE() << "no seats the first time, and the second time a price: " << price;
      } catch (const NoSeats& error) {
        EXPECT_EQ(error.flight(), 714) << "the second time, of the same offer";
      }
    }});
  });
}

TEST(Agency, LeavesNoInquiryBehind) {
  racelab::Explore([] {
    int asked = 0;  // Plain: the airline has to be done with it when the offer is gone.
    AskForJourney({[&] { return ++asked; }}).reset();
    EXPECT_LE(asked, 1) << "calls of one inquiry";
  });
}

TEST(Agency, LeavesNoInquiryBehindAFailedOne) {
  racelab::Explore([] {
    int asked = 0;
    {
      const std::unique_ptr<Offer> offer =
          AskForJourney({[]() -> int { throw NoSeats(714); }, [&] { return ++asked; }});
      EXPECT_EQ(Told(*offer), "no seats on flight 714");
    }
    EXPECT_LE(asked, 1) << "calls of one inquiry";
  });
}

TEST(Agency, KeepsTwoOffersApart) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> full = AskForJourney({[]() -> int { throw NoSeats(714); }});
    const std::unique_ptr<Offer> free = AskForJourney({[] { return 100; }});
    EXPECT_EQ(Told(*free), "100 euros");
    EXPECT_EQ(Told(*full), "no seats on flight 714");
  });
}

TEST(Agency, AsksBothAirlinesAtTheSameTime) {
  racelab::Explore([] {
    const Inquiry leg = [] {
      const racelab::Overlap inside("two airlines are being asked at once", 2);
      return 50;
    };
    const std::unique_ptr<Offer> offer = AskForJourney({leg, leg});
    EXPECT_EQ(Told(*offer), "100 euros");
  });
  EXPECT_REACHABLE("two airlines are being asked at once");
}

TEST(Agency, LetsTheCustomerGoOnMeanwhile) {
  racelab::Explore([] {
    const std::unique_ptr<Offer> offer = AskForJourney({[] {
      const racelab::Overlap inside("the customer goes on while an airline is being asked", 2);
      return 100;
    }});
    { const racelab::Overlap inside("the customer goes on while an airline is being asked", 2); }
    EXPECT_EQ(Told(*offer), "100 euros");
  });
  EXPECT_REACHABLE("the customer goes on while an airline is being asked");
}

}  // namespace
