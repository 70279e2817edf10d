// What every interposed function shares. Interposed functions are thin: a check that an execution
// is in progress, otherwise the real function; the work is in the model of the primitive.
#ifndef RACELAB_EXPLORER_INTERPOSE_H_
#define RACELAB_EXPLORER_INTERPOSE_H_

#include "real.h"
#include "run.h"

// Visible to the shared objects that the executable loads, so that their calls come here.
#define RACELAB_INTERPOSE extern "C" __attribute__((visibility("default"), used, noinline))

// For the first line of an interposed function: outside an execution, the real one.
#define RACELAB_PASS_THROUGH(name, ...) \
  if (!::racelab::explorer::g_active) return RACELAB_REAL(name)(__VA_ARGS__)

#endif  // RACELAB_EXPLORER_INTERPOSE_H_
