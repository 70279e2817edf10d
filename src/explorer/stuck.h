// Why nobody can go on: deadlock or lost wakeup.
#ifndef RACELAB_EXPLORER_STUCK_H_
#define RACELAB_EXPLORER_STUCK_H_

#include <vector>

#include "execution.h"

namespace racelab::explorer {

class Run;

// For an execution in which no thread can be picked. A cycle of threads that wait for each other's
// locks (or ends) is a `deadlock`, its edges in `involved`. Without one, threads that wait for a
// notification that nobody is left to give are a `lost-wakeup`.
RawFinding ExplainStuck(Run& run);

// Threads that wait on a futex whose word is no longer what they saw. Empty if some thread waits for a
// notification of another kind, which it has certainly missed.
std::vector<ThreadId> ThreadsToProbe(Run& run);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_STUCK_H_
