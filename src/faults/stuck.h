// Why an execution does not go on: who waits, in what, and for whom.
#ifndef RACELAB_FAULTS_STUCK_H_
#define RACELAB_FAULTS_STUCK_H_

#include <sys/types.h>

#include <vector>

#include "supervisor.h"

namespace racelab::faults {

// Every process of a serial execution waits, and nobody is left to wake one.
//
// hang: a process was killed, and others wait for it.
// lost-wakeup: one sleeps in a condition variable, a semaphore or a futex.
// deadlock: two or more wait, not counting those who wait for the end of a process.
// hang: one waits, and the others have ended or wait for its end.
Defect DescribeStuck();

// Too many steps.
Defect DescribeLivelock();

// The processes of an execution without turns: asleep for good, or running for ever.
Defect DescribeStandstill(const std::vector<pid_t>& pids, bool running);

ProcessEnd DescribeProcess(int process);

// Where a process made its last call.
std::vector<std::uintptr_t> LastCallOf(int process);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_STUCK_H_
