// pthread_barrier_t. (std::barrier is made of atomics and futexes.)
#ifndef RACELAB_EXPLORER_SYNC_BARRIER_H_
#define RACELAB_EXPLORER_SYNC_BARRIER_H_

#include <pthread.h>

#include <cstdint>

namespace racelab::explorer {

void ResetBarriers();
void InitBarrier(pthread_barrier_t* barrier, unsigned threads);
// True in one thread of each round.
bool WaitAtBarrier(pthread_barrier_t* barrier, std::uintptr_t pc);
void DestroyBarrier(pthread_barrier_t* barrier, std::uintptr_t pc);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_BARRIER_H_
