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
  bool nobody_waits_for_a_lock = true;
};
FutexWaiters FindFutexWaiters(Run& run);
// The thread sleeps inside std::counting_semaphore. In libstdc++ 12 its acquire() reads the count
// before it tries, and may sleep with a permit there (GCC 104928).
bool SleepsInSemaphore(const Thread& thread);
// The word is still what the thread waits to see changed.
bool WaitsInVain(const Thread& thread);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_STUCK_H_
