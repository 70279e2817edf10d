#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "board.h"
#include "racelab/scenario.h"

namespace {

// The platform that the board shows for `train`, 0 for none.
int Shown(Board& board, int train) {
  int platform = 0;
  board.Look([&](const Timetable& timetable) {
    const auto found = timetable.find(train);
    if (found != timetable.end()) platform = found->second;
  });
  return platform;
}

void Show(Board& board, int train, int platform) {
  board.Change([=](Timetable& timetable) { timetable[train] = platform; });
}

TEST(Board, ShowsWhatWasWritten) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    EXPECT_EQ(Shown(*board, 714), 0);
    Show(*board, 714, 9);
    Show(*board, 716, 2);
    EXPECT_EQ(Shown(*board, 714), 9);
    Show(*board, 714, 1);
    EXPECT_EQ(Shown(*board, 714), 1) << "after the train was moved from platform 9 to platform 1";
    EXPECT_EQ(Shown(*board, 716), 2);
  });
}

TEST(Board, ChoosesAPlatformForANewTrain) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    int chosen = 0;
    const auto choose = [&] { return ++chosen; };
    EXPECT_EQ(board->PlatformOf(714, choose), 1);
    EXPECT_EQ(board->PlatformOf(714, choose), 1) << "asked again for the same train";
    EXPECT_EQ(board->PlatformOf(716, choose), 2);
    EXPECT_EQ(chosen, 2) << "platforms chosen for two trains";
    EXPECT_EQ(Shown(*board, 714), 1) << "the platform that was chosen stands on the board";
  });
}

TEST(Board, LetsTwoTravellersLookAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently(2, [&](int) {
      board->Look([](const Timetable&) {
        const racelab::Overlap inside("two travellers look at the board at once", 2);
      });
    });
  });
  EXPECT_REACHABLE("two travellers look at the board at once");
}

TEST(Board, NeverShowsAChangeByHalf) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    const auto set_both = [](int platform) {
      return [=](Timetable& timetable) { timetable[714] = timetable[716] = platform; };
    };
    board->Change(set_both(1));
    racelab::Concurrently({[&] { board->Change(set_both(2)); },
                           [&] {
                             board->Look([](const Timetable& timetable) {
                               EXPECT_EQ(timetable.at(714), timetable.at(716))
                                   << "every change moved both trains";
                             });
                           },
                           [&] { Shown(*board, 714); }});
    EXPECT_EQ(Shown(*board, 716), 2);
  });
}

TEST(Board, KeepsTwoChangesMadeAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    const auto next = [](Timetable& timetable) { ++timetable[714]; };
    racelab::Concurrently(2, [&](int) { board->Change(next); });
    EXPECT_EQ(Shown(*board, 714), 2) << "two changes moved the train by one platform each";
  });
}

TEST(Board, LetsTwoChangesInAfterALook) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently({[&] { Show(*board, 714, 1); }, [&] { Show(*board, 716, 2); },
                           [&] { Shown(*board, 714); }});
    EXPECT_EQ(Shown(*board, 714), 1);
    EXPECT_EQ(Shown(*board, 716), 2);
  });
}

TEST(Board, ChoosesOnceWhenTwoAsk) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    std::atomic<int> chosen = 0;
    int platforms[2] = {0, 0};
    racelab::Concurrently(2, [&](int i) {
      platforms[i] = board->PlatformOf(
          714, [&] { return chosen.fetch_add(1, std::memory_order_relaxed) + 1; });
    });
    EXPECT_EQ(chosen, 1) << "times that a platform was chosen for one train";
    EXPECT_EQ(platforms[0], platforms[1]) << "two answers for one train";
    EXPECT_EQ(Shown(*board, 714), platforms[0]);
  });
}

TEST(Board, ChoosesBesideALookAndAChange) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    int platform = 0;
    racelab::Concurrently({[&] { platform = board->PlatformOf(714, [] { return 3; }); },
                           [&] { Shown(*board, 714); }, [&] { Show(*board, 716, 2); }});
    EXPECT_EQ(platform, 3);
    EXPECT_EQ(Shown(*board, 714), 3);
    EXPECT_EQ(Shown(*board, 716), 2) << "a change was made while a platform was chosen";
  });
}

TEST(Board, AnswersTwoWhoAskForOneTrain) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    Show(*board, 714, 9);
    racelab::Concurrently(2, [&](int) {
      EXPECT_EQ(board->PlatformOf(714, [] { return 1; }), 9) << "it had a platform already";
    });
  });
}

TEST(Board, AnswersBesideALook) {
  racelab::Explore([] {
    const std::unique_ptr<Board> board = MakeBoard();
    Show(*board, 714, 9);
    std::atomic<bool> looking = false;
    racelab::Concurrently(
        {[&] {
           board->Look([&](const Timetable&) {
             looking.store(true, std::memory_order_relaxed);
             looking.store(false, std::memory_order_relaxed);
           });
         },
         [&] {
           const bool before = looking.load(std::memory_order_relaxed);
           EXPECT_EQ(board->PlatformOf(714, [] { return 1; }), 9);
           if (before && looking.load(std::memory_order_relaxed)) {
             racelab::Reached("asking for a train that has a platform does not wait for a look");
           }
         }});
  });
  EXPECT_REACHABLE("asking for a train that has a platform does not wait for a look");
}

}  // namespace
