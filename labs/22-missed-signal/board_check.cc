#include <gtest/gtest.h>

#include <memory>

#include "board.h"
#include "racelab/scenario.h"

namespace {

TEST(Board, ShowsTheGateToWhoComesAtTheSameTime) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently({[&] {
                             EXPECT_EQ(board->WaitForGate(), 22)
                                 << "the gate that was announced, and no other ever was";
                           },
                           [&] { board->Announce(22); }});
  });
}

TEST(Board, ShowsTheGateToWhoComesLater) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    board->Announce(22);
    EXPECT_EQ(board->WaitForGate(), 22) << "it was announced before the passenger came";
    EXPECT_EQ(board->WaitForGate(), 22) << "the same passenger looks a second time";
  });
}

TEST(Board, ShowsTheGateToEveryPassenger) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently({[&] { EXPECT_EQ(board->WaitForGate(), 22); },
                           [&] { EXPECT_EQ(board->WaitForGate(), 22); },
                           [&] { board->Announce(22); }});
    EXPECT_EQ(board->WaitForGate(), 22) << "a third passenger, who comes late";
  });
}

TEST(Board, ShowsTheGateAgainAndAgain) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently({[&] {
                             EXPECT_EQ(board->WaitForGate(), 22);
                             EXPECT_EQ(board->WaitForGate(), 22) << "looks a second time";
                           },
                           [&] { board->Announce(22); }});
  });
}

TEST(Board, ShowsWhatWasDoneBeforeTheAnnouncement) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    int seats = 0;  // Plain: nothing but the board orders the two threads.
    racelab::Concurrently({[&] {
                             const int gate = board->WaitForGate();
                             EXPECT_EQ(gate, 22);
                             if (gate == 22) EXPECT_EQ(seats, 180) << "written before Announce()";
                           },
                           [&] {
                             seats = 180;
                             board->Announce(22);
                           }});
  });
}

TEST(Board, KeepsTwoFlightsApart) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> oslo = MakeBoard();
    const std::unique_ptr<Board> rome = MakeBoard();
    racelab::Concurrently({[&] { EXPECT_EQ(oslo->WaitForGate(), 22); },
                           [&] {
                             rome->Announce(7);
                             oslo->Announce(22);
                           }});
    EXPECT_EQ(rome->WaitForGate(), 7);
  });
}

TEST(Board, NeedsNobodyWhoWaits) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Board> board = MakeBoard();
    racelab::Concurrently({[&] { board->Announce(22); }});
  });
}

}  // namespace
