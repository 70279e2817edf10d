// Virtual time of serial executions: it passes a little with every step, and jumps to the next
// deadline when nobody can run.
#ifndef RACELAB_FAULTS_CLOCK_H_
#define RACELAB_FAULTS_CLOCK_H_

#include <time.h>

#include <cstdint>

namespace racelab::faults {

// What `clock` shows now; the real clock outside of serial executions.
std::int64_t NowNs(clockid_t clock);

// From now to the time `at` of `clock`, at least 0.
std::int64_t NsUntil(clockid_t clock, const timespec* at);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_CLOCK_H_
