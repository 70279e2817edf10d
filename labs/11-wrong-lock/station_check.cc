#include <gtest/gtest.h>

#include <memory>

#include "racelab/scenario.h"
#include "station.h"

namespace {

void ExpectSummary(const Summary& summary, int readings, int lowest, int highest) {
  EXPECT_EQ(summary.readings, readings);
  EXPECT_EQ(summary.lowest, lowest) << "the lowest of " << readings << " readings";
  EXPECT_EQ(summary.highest, highest) << "the highest of " << readings << " readings";
}

TEST(Station, KeepsTheLowestAndTheHighest) {
  const std::unique_ptr<Station> station = MakeStation();
  ExpectSummary(station->Read(), 0, 0, 0);
  station->Record(-3);
  ExpectSummary(station->Read(), 1, -3, -3);
  station->Record(-20);
  ExpectSummary(station->Take(), 2, -20, -3);
  ExpectSummary(station->Read(), 0, 0, 0);
}

TEST(Station, RecordsTwoReadingsAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Station> station = MakeStation();
    racelab::Concurrently(2, [&](int sensor) { station->Record(sensor == 0 ? -3 : 21); });
    ExpectSummary(station->Read(), 2, -3, 21);
  });
}

TEST(Station, ShowsWholeSummaries) {
  racelab::Explore([] {
    const std::unique_ptr<Station> station = MakeStation();
    Summary seen;
    racelab::Concurrently({[&] { station->Record(7); }, [&] { seen = station->Read(); }});
    EXPECT_TRUE(seen.readings == 0 || seen.readings == 1);
    ExpectSummary(seen, seen.readings, 7 * seen.readings, 7 * seen.readings);
  });
}

TEST(Station, HandsOutEveryReadingOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Station> station = MakeStation();
    station->Record(5);
    Summary taken;
    racelab::Concurrently({[&] { station->Record(9); }, [&] { taken = station->Take(); }});
    const Summary rest = station->Take();
    EXPECT_EQ(taken.readings + rest.readings, 2) << "readings handed out, of two";
    // The second reading is either in the first summary or alone in the second.
    const bool both = taken.readings == 2;
    ExpectSummary(taken, both ? 2 : 1, 5, both ? 9 : 5);
    ExpectSummary(rest, both ? 0 : 1, both ? 0 : 9, both ? 0 : 9);
  });
}

TEST(Station, HandsOutTheSameReadingToOneCaller) {
  racelab::Explore([] {
    const std::unique_ptr<Station> station = MakeStation();
    station->Record(5);
    Summary taken[2];
    racelab::Concurrently(2, [&](int i) { taken[i] = station->Take(); });
    EXPECT_EQ(taken[0].readings + taken[1].readings, 1) << "readings handed out, of one";
  });
}

TEST(Station, MayBeReadWhileItIsEmptied) {
  racelab::Explore([] {
    const std::unique_ptr<Station> station = MakeStation();
    station->Record(7);
    Summary seen;
    racelab::Concurrently({[&] { station->Take(); }, [&] { seen = station->Read(); }});
    ExpectSummary(seen, seen.readings, 7 * seen.readings, 7 * seen.readings);
  });
}

TEST(Station, KeepsTwoStationsApart) {
  const std::unique_ptr<Station> north = MakeStation();
  const std::unique_ptr<Station> south = MakeStation();
  north->Record(1);
  ExpectSummary(south->Read(), 0, 0, 0);
}

}  // namespace
