// Memory that an execution leaves behind and that nobody can free any more.
#ifndef RACELAB_EXPLORER_LEAKS_H_
#define RACELAB_EXPLORER_LEAKS_H_

#include <cstdint>
#include <optional>

#include "execution.h"

namespace racelab::explorer {

// The address of the FiberProgram whose body runs. When it is on the stack, the frames above it are
// those of who made the body.
extern std::uintptr_t g_body_maker;

// Called when an execution has ended by itself. Conservative: a word anywhere in the program's or
// the check's variables, thread-local storage or stack that looks like a pointer into a block, or
// into a block that is reached so, keeps it.
std::optional<RawFinding> FindLeak();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_LEAKS_H_
