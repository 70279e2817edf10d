// sem_t. (std::counting_semaphore is made of atomics and futexes.)
#ifndef RACELAB_EXPLORER_SYNC_SEMAPHORE_H_
#define RACELAB_EXPLORER_SYNC_SEMAPHORE_H_

#include <semaphore.h>

#include <cstdint>

#include "sync/lock.h"

namespace racelab::explorer {

void ResetSemaphores();
void InitSemaphore(sem_t* semaphore, unsigned value);
// 0, EAGAIN or ETIMEDOUT.
int WaitForSemaphore(sem_t* semaphore, Patience patience, std::int64_t deadline_ns,
                     std::uintptr_t pc);
void PostSemaphore(sem_t* semaphore, std::uintptr_t pc);
int SemaphoreValue(sem_t* semaphore, std::uintptr_t pc);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_SEMAPHORE_H_
