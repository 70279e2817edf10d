// Why nobody can go on: deadlock or lost wakeup.
#ifndef RACELAB_EXPLORER_STUCK_H_
#define RACELAB_EXPLORER_STUCK_H_

#include <vector>

#include "execution.h"

namespace racelab::explorer {

class Run;
struct Thread;

// For an execution in which no thread can be picked. A cycle of threads that wait for each other's
// locks (or ends) is a `deadlock`, its edges in `involved`. Without one, threads that wait for a
// notification that nobody is left to give are a `lost-wakeup`.
RawFinding ExplainStuck(Run& run);

// Threads that wait on futexes.
struct FutexWaiters {
  std::vector<ThreadId> word_changed;  // the word is no longer what they saw
  std::vector<ThreadId> word_unchanged;
  bool nobody_else_was_missed = true;  // no thread waits for a notification of another kind
};
FutexWaiters FindFutexWaiters(Run& run);
// The word is still what the thread waits to see changed.
bool WaitsInVain(const Thread& thread);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_STUCK_H_
