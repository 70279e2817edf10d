// Contains crashes of the program under test: a signal, std::terminate or abort() inside a fiber
// ends the execution with a `crash` finding and nothing else.
#ifndef RACELAB_EXPLORER_CRASH_H_
#define RACELAB_EXPLORER_CRASH_H_

namespace racelab::explorer {

// Installs signal handlers and the terminate handler, once a process, on an alternate stack.
void ContainCrashes();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_CRASH_H_
