#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "car_park.h"
#include "racelab/scenario.h"

namespace {

// A car park with `places` places, all of them taken.
std::unique_ptr<CarPark> MakeFullCarPark(int places) {
  std::unique_ptr<CarPark> park = MakeCarPark(places);
  for (int ticket = 1; ticket <= places; ++ticket) EXPECT_EQ(park->Enter(), ticket);
  return park;
}

TEST(CarPark, GivesOutTicketsInOrder) {
  const std::unique_ptr<CarPark> park = MakeCarPark(2);
  EXPECT_EQ(park->Enter(), 1);
  EXPECT_EQ(park->Enter(), 2);
  park->Leave();
  EXPECT_EQ(park->Enter(), 3) << "the third car, though it is the second inside";
}

TEST(CarPark, LetsAWaitingCarInWhenOneLeaves) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(1);
    int ticket = 0;
    racelab::Concurrently({[&] { ticket = park->Enter(); }, [&] { park->Leave(); }});
    EXPECT_EQ(ticket, 2) << "the ticket of the second car";
  });
}

TEST(CarPark, NeverHoldsMoreCarsThanPlaces) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeCarPark(1);
    int cars = 0;  // Whoever is inside may touch it, alone: there is one place.
    int tickets[2] = {0, 0};
    racelab::Concurrently(2, [&](int i) {
      tickets[i] = park->Enter();
      ++cars;
      EXPECT_EQ(cars, 1) << "cars inside a car park with one place";
      --cars;
      park->Leave();
    });
    EXPECT_EQ(std::min(tickets[0], tickets[1]), 1);
    EXPECT_EQ(std::max(tickets[0], tickets[1]), 2);
  });
}

TEST(CarPark, FillsEveryPlace) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeCarPark(2);
    racelab::Concurrently(2, [&](int) {
      EXPECT_NE(park->Enter(), CarPark::kClosed);
      { const racelab::Overlap inside("two cars are inside a car park with two places", 2); }
      park->Leave();
    });
  });
  EXPECT_REACHABLE("two cars are inside a car park with two places");
}

TEST(CarPark, LetsTwoCarsInWhenTwoLeave) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(2);
    int tickets[2] = {0, 0};
    racelab::Concurrently({[&] { tickets[0] = park->Enter(); }, [&] { tickets[1] = park->Enter(); },
                           [&] {
                             park->Leave();
                             park->Leave();
                           }});
    EXPECT_EQ(std::min(tickets[0], tickets[1]), 3);
    EXPECT_EQ(std::max(tickets[0], tickets[1]), 4);
  });
}

TEST(CarPark, LetsTwoCarsLeaveAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(2);
    racelab::Concurrently(2, [&](int) { park->Leave(); });
    EXPECT_EQ(park->Enter(), 3);
    EXPECT_EQ(park->Enter(), 4);
  });
}

TEST(CarPark, SendsEveryWaitingCarAwayWhenItCloses) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(1);
    bool announced = false;
    racelab::Concurrently({[&] {
                             EXPECT_EQ(park->Enter(), CarPark::kClosed);
                             EXPECT_TRUE(announced) << "written before Close()";
                           },
                           [&] { EXPECT_EQ(park->Enter(), CarPark::kClosed); },
                           [&] {
                             announced = true;
                             park->Close();
                           }});
    park->Leave();
    EXPECT_EQ(park->Enter(), CarPark::kClosed) << "there is a place, but the car park is closed";
  });
}

TEST(CarPark, IsQuietOnceClosedAndEmpty) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(1);
    bool left = false;
    bool closed = false;
    racelab::Concurrently({[&] {
                             park->WaitUntilQuiet();
                             EXPECT_TRUE(left && closed)
                                 << "quiet: car has left: " << left << ", closed: " << closed;
                           },
                           [&] {
                             left = true;
                             park->Leave();
                           },
                           [&] {
                             closed = true;
                             park->Close();
                           }});
    park->WaitUntilQuiet();
    park->Close();
    park->WaitUntilQuiet();
  });
}

TEST(CarPark, WakesACarBesideTheGuard) {
  racelab::Explore([] {
    const std::unique_ptr<CarPark> park = MakeFullCarPark(1);
    racelab::Concurrently({[&] { park->WaitUntilQuiet(); },
                           [&] {
                             EXPECT_EQ(park->Enter(), 2);
                             park->Close();
                             park->Leave();
                           },
                           [&] { park->Leave(); }});
  });
}

}  // namespace
