// Which operations of different threads commute.
//
// Two operations are independent when performing them in either order, from any state in which both
// can be performed, leads to the same state, and neither enables or disables the other. The search
// needs to try only one order of independent operations; it is sound as long as Dependent() is
// never false for a pair that does not commute, and saves more the more often it is false.
#ifndef RACELAB_EXPLORER_DEPENDENCE_H_
#define RACELAB_EXPLORER_DEPENDENCE_H_

#include "execution.h"

namespace racelab::explorer {

// True unless the two operations, of different threads, are known to commute.
bool Dependent(const Operation& a, const Operation& b);

// The thread goes on because time passed or for no reason at all: it did not need another thread.
bool IsUnprompted(OpKind kind);

// The thread asked to let others run.
bool IsGivingWay(OpKind kind);

// The same thread about to do the same thing (program counters are not compared: two candidates of
// one thread differ in kind or object).
bool SameChoice(const Candidate& a, const Candidate& b);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_DEPENDENCE_H_
