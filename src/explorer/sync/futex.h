// futex(2): what every C++20 wait, semaphore, latch, barrier and future sleeps on.
#ifndef RACELAB_EXPLORER_SYNC_FUTEX_H_
#define RACELAB_EXPLORER_SYNC_FUTEX_H_

#include <cstdint>

namespace racelab::explorer {

void ResetFutexes();

// As the system call: the result, or a negative error number. Orders nothing; the atomics around it
// do.
long Futex(std::uintptr_t address, int operation, std::uint32_t value, const void* timeout,
           std::uintptr_t pc);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_FUTEX_H_
