// Initialization by whoever comes first: pthread_once (and std::call_once), function statics.
#ifndef RACELAB_EXPLORER_SYNC_ONCE_H_
#define RACELAB_EXPLORER_SYNC_ONCE_H_

#include <cstdint>

namespace racelab::explorer {

void ResetOnces();

// True: the caller must initialize and then call EndOnce. False: it has been done, and
// happens-before the return. Waits while another thread is at it. `done` is what the object itself
// says.
bool BeginOnce(const void* object, bool done, std::uintptr_t pc);
// Done; or, when the initialization threw, as if it had not begun.
void EndOnce(const void* object, bool done);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_ONCE_H_
