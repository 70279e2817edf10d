// The contract of lab 24: the departure board of a station. Many look at it, few change it.
//
// Example:
//   std::unique_ptr<Board> board = MakeBoard();
//   board->Change([](Timetable& timetable) { timetable[714] = 9; });
//   std::jthread first([&] { board->Look([](const Timetable& timetable) { ... }); });
//   std::jthread second([&] { board->Look([](const Timetable& timetable) { ... }); });
//   // Both travellers stand in front of the board at the same time.
#ifndef LABS_24_READERS_WRITER_BOARD_H_
#define LABS_24_READERS_WRITER_BOARD_H_

#include <functional>
#include <map>
#include <memory>

// The platform of each train, by the train's number.
using Timetable = std::map<int, int>;

// The functions that are handed over take their time. They may not call the board, do not throw,
// and do not keep the timetable.
//
// Thread-safety: any number of threads may call any method at the same time.
// Parallel: looks never wait for looks, however many there are. A change may wait for looks and
// looks may wait for a change.
// Memory order: a look or a change sees all that earlier changes did.
class Board {
 public:
  virtual ~Board() = default;

  // Calls `look` once, in this thread. The timetable that it gets holds every change that ended
  // before the call began, no change by half, and stays as it is while `look` runs.
  virtual void Look(const std::function<void(const Timetable&)>& look) = 0;

  // Calls `change` once, in this thread, with a timetable that holds all earlier changes and that
  // nobody else uses meanwhile. Changes come one after the other.
  //
  // Looks may overtake a change that waits, as a std::shared_mutex lets them on some systems. But
  // as soon as no new look comes, the change is let in: no two calls hold each other up for ever.
  virtual void Change(const std::function<void(Timetable&)>& change) = 0;

  // The platform of `train`. If it has one already, this is a look: it waits for no other look.
  // Otherwise calls `choose` once, and from then on that is its platform. If several threads ask
  // at the same time, one of them chooses, and all get what was chosen.
  virtual int PlatformOf(int train, const std::function<int()>& choose) = 0;
};

// A board with an empty timetable.
std::unique_ptr<Board> MakeBoard();

#endif  // LABS_24_READERS_WRITER_BOARD_H_
