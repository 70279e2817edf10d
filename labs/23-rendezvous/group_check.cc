#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>

#include "group.h"
#include "racelab/scenario.h"

namespace {

// Counts those who have come to a hut. Atomic, so that a hiker who leaves too early is told as
// that.
using Hut = std::atomic<int>;

TEST(Group, WaitsAtOneHut) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(2);
    Hut hut = 0;
    racelab::Concurrently(2, [&](int) {
      ++hut;
      group->Meet();
      EXPECT_EQ(hut, 2) << "hikers who had come to the hut when one of the two left it";
    });
  });
}

TEST(Group, WaitsAtOneHutAfterAnother) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(2);
    std::array<Hut, 3> huts = {0, 0, 0};
    racelab::Concurrently(2, [&](int) {
      for (std::size_t i = 0; i < huts.size(); ++i) {
        ++huts[i];
        group->Meet();
        EXPECT_EQ(huts[i], 2) << "hikers who had come to hut " << i + 1
                              << " when one of the two left it";
      }
    });
  });
}

TEST(Group, LeavesNobodyBehind) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(2);
    racelab::Concurrently(2, [&](int) {
      for (int hut = 1; hut <= 3; ++hut) group->Meet();
    });
  });
}

TEST(Group, WaitsForThree) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(3);
    std::array<Hut, 2> huts = {0, 0};
    racelab::Concurrently(3, [&](int) {
      for (std::size_t i = 0; i < huts.size(); ++i) {
        ++huts[i];
        group->Meet();
        EXPECT_EQ(huts[i], 3) << "hikers who had come to hut " << i + 1
                              << " when one of the three left it";
      }
    });
  });
}

TEST(Group, ShowsWhatTheOthersDidBefore) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(2);
    int diary[2] = {0, 0};  // Plain: nothing but the group orders the two threads.
    racelab::Concurrently(2, [&](int i) {
      diary[i] = 7;
      group->Meet();
      EXPECT_EQ(diary[1 - i], 7) << "written by the other hiker, before it came to the hut";
    });
  });
}

TEST(Group, OfOneWaitsForNobody) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> group = MakeGroup(1);
    group->Meet();
    group->Meet();
  });
}

TEST(Group, IsApartFromOtherGroups) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Group> north = MakeGroup(2);
    const std::unique_ptr<Group> south = MakeGroup(2);
    Hut north_hut = 0;
    Hut south_hut = 0;
    const auto meet = [](Group& group, Hut& hut) {
      ++hut;
      group.Meet();
      EXPECT_EQ(hut, 2) << "hikers of this group who had come when one of its two left";
    };
    racelab::Concurrently({[&] { meet(*north, north_hut); },
                           [&] {
                             meet(*north, north_hut);
                             meet(*south, south_hut);
                           },
                           [&] { meet(*south, south_hut); }});
  });
}

}  // namespace
