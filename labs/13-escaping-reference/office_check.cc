#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "office.h"
#include "racelab/scenario.h"

namespace {

// A line with three departures, of which two came one by one: its list has room for a fourth.
std::unique_ptr<Office> OfficeWithLine7() {
  std::unique_ptr<Office> office = MakeOffice();
  office->Publish(7, {600});
  office->Add(7, 640);
  office->Add(7, 620);
  return office;
}

const Timetable kOld = {600, 620, 640};
const Timetable kWithOneMore = {600, 610, 620, 640};

TEST(Office, KeepsEachTimetableInOrder) {
  const std::unique_ptr<Office> office = OfficeWithLine7();
  EXPECT_TRUE(office->Add(7, 610));
  EXPECT_FALSE(office->Add(8, 610)) << "there is no line 8";
  office->Publish(5, {480});
  EXPECT_EQ(*office->Find(7), kWithOneMore);
  EXPECT_EQ(*office->Find(5), Timetable{480});
  EXPECT_EQ(office->Find(8), nullptr);
  std::vector<int> lines;
  office->ForEach([&](int line, const Timetable&) { lines.push_back(line); });
  EXPECT_EQ(lines, (std::vector<int>{5, 7})) << "every line once, in ascending order";
}

// Without a second thread: nobody races here, and it is the caller's all the same.
TEST(Office, NeverTakesBackWhatItGaveAway) {
  std::unique_ptr<Office> office = OfficeWithLine7();
  const std::shared_ptr<const Timetable> found = office->Find(7);
  office->Add(7, 610);
  EXPECT_EQ(*found, kOld) << "a departure was added after this had been given away";
  const std::shared_ptr<const Timetable> later = office->Find(7);
  office->Publish(7, {1});
  EXPECT_EQ(*later, kWithOneMore) << "a new timetable was published after this had been given away";
  office->Publish(5, {480});
  const std::shared_ptr<const Timetable> other = office->Find(5);
  EXPECT_EQ(*later, kWithOneMore) << "another line was found after this had been given away";
  office->Remove(5);
  EXPECT_EQ(*other, Timetable{480}) << "the line was taken out of service";
  office.reset();
  EXPECT_EQ(*later, kWithOneMore) << "the office was closed";
}

TEST(Office, IsReadWhileADepartureIsAdded) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    racelab::Concurrently({[&] { office->Add(7, 610); },
                           [&] {
                             const std::shared_ptr<const Timetable> found = office->Find(7);
                             EXPECT_TRUE(*found == kOld || *found == kWithOneMore)
                                 << "610 was being added to 600, 620 and 640";
                           }});
    EXPECT_EQ(*office->Find(7), kWithOneMore);
  });
}

TEST(Office, IsReadWhileATimetableIsPublished) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    const Timetable renewed = {700, 710};
    racelab::Concurrently({[&] { office->Publish(7, renewed); },
                           [&] {
                             const std::shared_ptr<const Timetable> found = office->Find(7);
                             EXPECT_TRUE(*found == kOld || *found == renewed)
                                 << "{700, 710} was being published in place of {600, 620, 640}";
                           }});
    EXPECT_EQ(*office->Find(7), renewed);
  });
}

TEST(Office, IsReadWhileALineIsRemoved) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    racelab::Concurrently({[&] { office->Remove(7); },
                           [&] {
                             const std::shared_ptr<const Timetable> found = office->Find(7);
                             if (found != nullptr) {
                               EXPECT_EQ(*found, kOld);
                             }
                           }});
    EXPECT_EQ(office->Find(7), nullptr);
  });
}

TEST(Office, ShowsEachLineWholeWhileADepartureIsAdded) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    int shown = 0;
    racelab::Concurrently({[&] { office->Add(7, 610); },
                           [&] {
                             office->ForEach([&](int, const Timetable& departures) {
                               ++shown;
                               EXPECT_TRUE(departures == kOld || departures == kWithOneMore)
                                   << "610 was being added to 600, 620 and 640";
                             });
                           }});
    EXPECT_EQ(shown, 1) << "line 7 was there all the time";
  });
}

TEST(Office, ShowsTheOtherLinesWhileOneIsRemoved) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    office->Publish(5, {480});
    std::map<int, int> shown;
    racelab::Concurrently({[&] { office->Remove(5); },
                           [&] {
                             office->ForEach([&](int line, const Timetable& departures) {
                               ++shown[line];
                               EXPECT_EQ(departures, line == 5 ? Timetable{480} : kOld);
                             });
                           }});
    EXPECT_EQ(shown[7], 1) << "how often line 7 was shown, which was there all the time";
    EXPECT_LE(shown[5], 1) << "how often line 5 was shown, which was being removed";
  });
}

TEST(Office, KeepsTwoDeparturesAddedAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    racelab::Concurrently(2, [&](int i) { office->Add(7, 605 + 10 * i); });
    EXPECT_EQ(*office->Find(7), (Timetable{600, 605, 615, 620, 640}));
  });
}

TEST(Office, AddsToALineThatIsBeingRemoved) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    racelab::Concurrently({[&] { office->Add(7, 610); }, [&] { office->Remove(7); }});
    EXPECT_EQ(office->Find(7), nullptr) << "removed, whether before or after the departure came";
  });
}

TEST(Office, AddsToALineThatIsBeingPublished) {
  racelab::Explore([] {
    const std::unique_ptr<Office> office = OfficeWithLine7();
    racelab::Concurrently({[&] { office->Add(7, 610); }, [&] { office->Publish(7, {700}); }});
    const Timetable last = *office->Find(7);
    EXPECT_TRUE(last == Timetable{700} || last == (Timetable{610, 700}))
        << "{700} was published, and 610 was added before or after that";
  });
}

}  // namespace
