// The contract of lab 22: the board that shows from which gate a flight leaves.
//
// Example:
//   std::unique_ptr<Board> board = MakeBoard();
//   std::jthread passenger([&] { WalkTo(board->WaitForGate()); });  // Waits, if it comes too
//   early. board->Announce(22); WalkTo(board->WaitForGate());  // Came late: reads 22 and does not
//   wait.
#ifndef LABS_22_MISSED_SIGNAL_BOARD_H_
#define LABS_22_MISSED_SIGNAL_BOARD_H_

#include <memory>

// Thread-safety: any number of threads may call any method at the same time.
// Waiting: a thread that waits sleeps until another one wakes it. No call may sleep for a time,
// wait with a time limit, or go round and round looking. Memory order: what the announcing thread
// did before Announce() happens-before every return of WaitForGate().
class Board {
 public:
  virtual ~Board() = default;

  // Makes the gate known, a number above 0. Called once in the life of a board. Does not wait for
  // passengers: perhaps nobody has come yet.
  virtual void Announce(int gate) = 0;

  // Waits until the gate is known, and returns it; returns at once ever after. Any number of
  // passengers may ask, before the announcement and after it, and each as often as it likes.
  [[nodiscard]] virtual int WaitForGate() = 0;
};

// Puts up a board on which nothing has been announced. Nobody uses it any more when it is
// destroyed.
std::unique_ptr<Board> MakeBoard();

#endif  // LABS_22_MISSED_SIGNAL_BOARD_H_
