// Livelock: an execution that does not end although every thread gets its turns.
#ifndef RACELAB_EXPLORER_LIVELOCK_H_
#define RACELAB_EXPLORER_LIVELOCK_H_

#include <cstdint>
#include <vector>

#include "execution.h"
#include "schedule.h"

namespace racelab::explorer {

// `schedule` ran `steps` steps without an end: its beginning, and then the fair scheduler.
Schedule FairContinuation(const Schedule& schedule, std::int64_t steps);

// What `repetition` was seen in up to there, and then its thread alone.
Schedule AloneContinuation(const Schedule& schedule, const Repetition& repetition);

// The finding: what each thread was doing over and over again in the fair phase.
RawFinding DescribeLivelock(const std::vector<Step>& trace, std::int64_t fair_from);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_LIVELOCK_H_
