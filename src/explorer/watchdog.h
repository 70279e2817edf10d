// Ends an execution that computes for ever without coming to a scheduling point.
#ifndef RACELAB_EXPLORER_WATCHDOG_H_
#define RACELAB_EXPLORER_WATCHDOG_H_

namespace racelab::explorer {

// Starts looking, once a process, by a timer of the process's own processor time: the verdict of an
// endless loop does not depend on how busy the machine is. Such an execution is a `hang`.
void StartWatchdog();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_WATCHDOG_H_
