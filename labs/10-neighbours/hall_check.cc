#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "hall.h"
#include "racelab/scenario.h"

namespace {

std::vector<int> Sorted(std::vector<int> seats) {
  std::sort(seats.begin(), seats.end());
  return seats;
}

TEST(Hall, IsEmptyAtFirst) {
  const std::unique_ptr<Hall> hall = MakeHall(3);
  EXPECT_EQ(hall->Guests(), 0);
  EXPECT_FALSE(hall->IsTaken(2));
  hall->Seat(2);
  EXPECT_TRUE(hall->IsTaken(2));
  EXPECT_FALSE(hall->IsTaken(1));
  EXPECT_EQ(hall->List(), std::vector<int>{2});
}

TEST(Hall, SeatsNeighboursWhoComeAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(8);
    racelab::Concurrently(2, [&](int door) { hall->Seat(3 + door); });
    EXPECT_TRUE(hall->IsTaken(3) && hall->IsTaken(4)) << "seats 3 and 4 were taken";
    EXPECT_EQ(hall->Guests(), 2);
    EXPECT_EQ(Sorted(hall->List()), (std::vector<int>{3, 4}));
  });
}

TEST(Hall, SeatsThreeRowsAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(200);
    hall->Seat(0);
    racelab::Concurrently(3, [&](int door) { hall->Seat(66 * (door + 1)); });
    EXPECT_EQ(Sorted(hall->List()), (std::vector<int>{0, 66, 132, 198}));
  });
}

TEST(Hall, MayBeLookedAtMeanwhile) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(8);
    hall->Seat(0);
    racelab::Concurrently({[&] { hall->Seat(1); },
                           [&] {
                             EXPECT_TRUE(hall->IsTaken(0)) << "seat 0 was taken before";
                             hall->IsTaken(1);
                             const int guests = hall->Guests();
                             EXPECT_TRUE(guests == 1 || guests == 2)
                                 << "one guest sat and one came, and the hall counted " << guests;
                           }});
  });
}

TEST(Hall, ListsWhileOthersComeIn) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(8);
    for (const int seat : {5, 2, 4}) hall->Seat(seat);
    std::vector<int> list;
    racelab::Concurrently({[&] { hall->Seat(6); }, [&] { list = Sorted(hall->List()); }});
    EXPECT_TRUE(list == (std::vector<int>{2, 4, 5}) || list == (std::vector<int>{2, 4, 5, 6}))
        << "2, 4 and 5 were taken, 6 was being taken; the list had " << list.size() << " entries";
  });
}

TEST(Hall, ListsAllWhomItHasCounted) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(8);
    racelab::Concurrently({[&] { hall->Seat(6); },
                           [&] {
                             const int guests = hall->Guests();
                             const int listed = static_cast<int>(hall->List().size());
                             EXPECT_LE(guests, listed) << "a guest was counted and is not listed";
                           }});
  });
}

TEST(Hall, KeepsTwoHallsApart) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> big = MakeHall(8);
    const std::unique_ptr<Hall> small = MakeHall(8);
    racelab::Concurrently({[&] { big->Seat(3); }, [&] { small->Seat(4); }});
    EXPECT_EQ(big->List(), std::vector<int>{3});
    EXPECT_EQ(small->List(), std::vector<int>{4});
    EXPECT_FALSE(small->IsTaken(3));
  });
}

TEST(Hall, ShowsAThreadItsOwnGuest) {
  racelab::Explore([] {
    const std::unique_ptr<Hall> hall = MakeHall(8);
    racelab::Concurrently(2, [&](int door) {
      hall->Seat(door);
      EXPECT_TRUE(hall->IsTaken(door)) << "this thread had seated the guest";
      EXPECT_GE(hall->Guests(), 1);
    });
  });
}

}  // namespace
