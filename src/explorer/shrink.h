// Makes a failing schedule easy to follow: the fewest preemptions, then the fewest departures, then
// the fewest steps, with which the program still shows the same defect.
#ifndef RACELAB_EXPLORER_SHRINK_H_
#define RACELAB_EXPLORER_SHRINK_H_

#include "exploration.h"

namespace racelab::explorer {

// Replaces `witness` by a simpler one of the same cause, and fills its trace. The executions that
// this takes are bounded (kShrinkExecutionsMax) and always the same.
void Shrink(Program& program, Witness& witness);

inline constexpr int kShrinkExecutionsMax = 2'000;

// The simpler schedule of two executions that show the same.
bool Simpler(const Witness& a, const Witness& b);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SHRINK_H_
