// What makes every execution start alike, and what is asked when one has ended.
#ifndef RACELAB_EXPLORER_PROGRAM_STATE_H_
#define RACELAB_EXPLORER_PROGRAM_STATE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "execution.h"
#include "fiber.h"

namespace racelab::explorer {

// Takes the current state of the program under test for its initial one. Only the first call does.
void RememberProgramState();

// Puts memory, heap, shadow and all synchronization objects back to where an execution starts.
void RestoreProgramState(const RunOptions& options);

// Defects that only the end of an execution shows: locks left locked, memory that nobody can free.
std::optional<RawFinding> FindLeftovers();

// Thread-local storage of a fiber: allocated once, and as a new thread has it.
void TouchThreadStorage(Fiber& fiber, int slot);
void ResetThreadStorage(int slot);

void RunKeyDestructors();
void ResetKeys();

void ResetRandom();
// Where the program's thread-local storage is, in this slot.
std::vector<AddressRange> ThreadStorage(int slot);

// The running thread's thread_local and pthread key destructors, in the program's name.
void RunThreadExitHandlers();
// Those of function statics and atexit().
void RunExitHandlers();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_PROGRAM_STATE_H_
