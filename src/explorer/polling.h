// What racelab::ForbidPolling() forbids: a thread that does not sleep until it is woken.
//
// Sleeping for a time and waiting with a time limit are seen as they happen. Going round and round
// is seen in two steps, as a search must not be disturbed by a suspicion:
//  1. In any execution, a thread that looks twice at the same thing and sees the same, without
//     having waited in between, is noted as a Repetition.
//  2. The exploration then has that thread run on alone from there (Schedule::alone_from), all
//     others standing still. One that waits as it should soon cannot go on. One that makes kRounds
//     equal rounds never will wait: it is found. So a loop that is tried again only because others
//     interfered (compare-exchange) is not, and neither is the bounded spinning of libstdc++ before
//     it sleeps.
//
// Rounds are equal when they have the same operations, of the same places in the code, on the same
// objects, with the same values found and left, and the same plain accesses to the same contents.
// Memory that the thread has only just allocated does not count, nor where it is, nor do yields and
// fences.
#ifndef RACELAB_EXPLORER_POLLING_H_
#define RACELAB_EXPLORER_POLLING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "execution.h"
#include "thread.h"

namespace racelab::explorer {

class Polling {
 public:
  // An execution begins, in which thread `alone` (-1: none) runs while it can.
  void Reset(ThreadId alone);
  // racelab::ForbidPolling() was called: from now on the functions below are wanted.
  void Forbid();
  bool forbidden() const { return forbidden_; }

  // The thread is about to perform `operation`, behind its gate; then it performs it.
  void Arrive(Thread& self, const Operation& operation);
  void Begin(const Thread& self, const Operation& operation);
  // A part of what the operation just performed found or left.
  void Saw(const Thread& self, std::uint64_t value);
  // The three above at once: a load that was no scheduling point.
  void LookAgain(Thread& self, const Operation& operation, std::uint64_t value);
  // A plain access, before it happens.
  void Access(const Thread& self, std::uintptr_t address, std::size_t bytes);
  // Ends the execution if that is a sleep for a time.
  void CheckSleep(std::int64_t deadline_ns, std::uintptr_t pc) const;

  std::vector<Repetition>& repetitions() { return repetitions_; }
  bool goes_round() const { return goes_round_; }

 private:
  static constexpr int kRounds = 100;
  static constexpr std::size_t kRemembered = 128;  // operations, a power of two
  static constexpr std::size_t kPeriodMax = kRemembered / 2;
  static constexpr std::size_t kFreshFor = 8;  // operations

  // An operation that has been performed, with all that was seen until the next one.
  struct Entry {
    std::uint64_t hash = 0;
    std::uintptr_t heap_end = 0;  // when it began
  };
  struct History {
    Entry entries[kRemembered];
    std::size_t count = 0;  // of finished entries since the thread last waited
    std::size_t period = 0;
    std::size_t matched = 0;  // so many of the last entries are equal to those a period before
    Operation open;           // the entry that is not finished
    bool is_open = false;

    Entry& At(std::size_t i) { return entries[i % kRemembered]; }
  };

  void Finish(History& history, ThreadId thread);
  static void FindPeriod(History& history);
  void CheckTimeLimit(const Thread& self, const Operation& operation) const;

  bool forbidden_ = false;
  bool goes_round_ = false;
  ThreadId alone_ = -1;
  std::vector<History> histories_;  // by thread
  std::vector<Repetition> repetitions_;
};

extern Polling g_polling;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_POLLING_H_
