#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <utility>

#include "racelab/scenario.h"
#include "reading_room.h"

namespace {

// What has been done for the rooms of this execution. Counts with relaxed atomics, which order
// nothing that a room ought to order; and lasts until the process ends, like an atlas that a room
// forgets.
struct Cellar {
  std::atomic<int> fetches;
  std::atomic<int> atlases;  // That have been made and not been destroyed.
};
Cellar cellar;

void EmptyCellar() {
  cellar.fetches.store(0, std::memory_order_relaxed);
  cellar.atlases.store(0, std::memory_order_relaxed);
}

int Fetches() { return cellar.fetches.load(std::memory_order_relaxed); }

class CountedAtlas : public Atlas {
 public:
  CountedAtlas() {
    cellar.atlases.fetch_add(1, std::memory_order_relaxed);
    pages = 1000;
  }
  ~CountedAtlas() override { cellar.atlases.fetch_sub(1, std::memory_order_relaxed); }
};

struct Flooded : std::runtime_error {
  Flooded() : std::runtime_error("the cellar is under water") {}
};

// A room for a new execution. Its fetch throws the first `failures` times.
std::unique_ptr<ReadingRoom> OpenRoom(int failures = 0) {
  EmptyCellar();
  return MakeReadingRoom([failures]() -> std::unique_ptr<Atlas> {
    const int before = cellar.fetches.fetch_add(1, std::memory_order_relaxed);
    if (before < failures) throw Flooded();
    return std::make_unique<CountedAtlas>();
  });
}

// What a reader gets, and whether he was turned away.
struct Answer {
  const Atlas* atlas = nullptr;
  bool turned_away = false;
};

Answer Ask(ReadingRoom& room) {
  Answer answer;
  try {
    answer.atlas = room.Get();
    if (answer.atlas == nullptr) {
      ADD_FAILURE() << "Get() returned nullptr";
    } else {
      EXPECT_EQ(answer.atlas->pages, 1000) << "pages of the atlas that Get() returned";
    }
  } catch (const Flooded&) {
    answer.turned_away = true;
  }
  return answer;
}

void Close(std::unique_ptr<ReadingRoom> room) {
  room.reset();
  EXPECT_EQ(cellar.atlases.load(std::memory_order_relaxed), 0)
      << racelab::As("leak") << "atlases that were fetched and outlive their room";
}

TEST(ReadingRoom, FetchesNothingUnlessSomebodyAsks) {
  std::unique_ptr<ReadingRoom> room = OpenRoom();
  EXPECT_EQ(Fetches(), 0) << "fetches, and nobody has asked yet";
  const Answer first = Ask(*room);
  EXPECT_EQ(Ask(*room).atlas, first.atlas) << "the second answer is another atlas than the first";
  EXPECT_EQ(Fetches(), 1) << "fetches, for two readers one after the other";
  Close(std::move(room));
}

TEST(ReadingRoom, GivesTheSameAtlasToTwoWhoComeAtOnce) {
  racelab::Explore([] {
    std::unique_ptr<ReadingRoom> room = OpenRoom();
    Answer answers[2];
    racelab::Concurrently(2, [&](int i) { answers[i] = Ask(*room); });
    EXPECT_EQ(answers[0].atlas, answers[1].atlas) << "two readers have two different atlases";
    const int fetches = Fetches();
    EXPECT_EQ(Ask(*room).atlas, answers[0].atlas) << "one who came later has another atlas";
    EXPECT_EQ(Fetches(), fetches) << "fetched once more when the atlas was there already";
    Close(std::move(room));
  });
}

TEST(ReadingRoom, GivesTheSameAtlasToOneWhoComesTwice) {
  racelab::Explore([] {
    std::unique_ptr<ReadingRoom> room = OpenRoom();
    racelab::Concurrently({[&] {
                             const Answer first = Ask(*room);
                             EXPECT_EQ(Ask(*room).atlas, first.atlas) << "the same reader, again";
                           },
                           [&] { Ask(*room); }});
    Close(std::move(room));
  });
}

TEST(ReadingRoom, ServesThree) {
  racelab::Explore([] {
    std::unique_ptr<ReadingRoom> room = OpenRoom();
    Answer answers[3];
    racelab::Concurrently(3, [&](int i) { answers[i] = Ask(*room); });
    EXPECT_EQ(answers[0].atlas, answers[1].atlas);
    EXPECT_EQ(answers[0].atlas, answers[2].atlas);
    Close(std::move(room));
  });
}

TEST(ReadingRoom, KeepsTwoRoomsApart) {
  racelab::Explore([] {
    const std::unique_ptr<ReadingRoom> north = OpenRoom();
    const std::unique_ptr<ReadingRoom> south = OpenRoom();
    racelab::Concurrently({[&] { Ask(*north); }, [&] { Ask(*south); }});
    EXPECT_NE(Ask(*north).atlas, Ask(*south).atlas) << "two rooms, and one atlas for both";
    EXPECT_EQ(Fetches(), 2) << "fetches, for two rooms";
  });
}

TEST(ReadingRoom, TriesAgainAfterAFailure) {
  std::unique_ptr<ReadingRoom> room = OpenRoom(2);
  EXPECT_TRUE(Ask(*room).turned_away) << "the fetch threw, and Get() did not";
  EXPECT_TRUE(Ask(*room).turned_away) << "the second fetch threw, and Get() did not";
  EXPECT_FALSE(Ask(*room).turned_away) << "the third fetch brings an atlas";
  EXPECT_EQ(Fetches(), 3);
  Close(std::move(room));
}

TEST(ReadingRoom, TurnsAwayOnlyTheOneWhoseFetchFailed) {
  racelab::Explore([] {
    std::unique_ptr<ReadingRoom> room = OpenRoom(1);
    Answer answers[2];
    racelab::Concurrently(2, [&](int i) { answers[i] = Ask(*room); });
    EXPECT_EQ(answers[0].turned_away + answers[1].turned_away, 1)
        << "readers that were turned away; one fetch failed";
    const Atlas* const given = answers[answers[0].turned_away ? 1 : 0].atlas;
    EXPECT_EQ(Ask(*room).atlas, given) << "one who came later has another atlas";
    Close(std::move(room));
  });
}

}  // namespace
