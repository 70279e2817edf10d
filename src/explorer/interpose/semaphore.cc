// sem_* and pthread_barrier_*.
#include "sync/semaphore.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>

#include "interpose.h"
#include "sync/barrier.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

int Wait(sem_t* semaphore, Patience patience, const timespec* at, std::uintptr_t pc) {
  int error;
  {
    RuntimeScope scope;
    error = WaitForSemaphore(semaphore, patience, at == nullptr ? -1 : DeadlineNs(*at), pc);
  }
  if (error == 0) return 0;
  errno = error;
  return -1;
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int sem_init(sem_t* semaphore, int shared, unsigned value) {
  if (g_active) {
    RuntimeScope scope;
    InitSemaphore(semaphore, value);
  }
  return RACELAB_REAL(sem_init)(semaphore, shared, value);
}

RACELAB_INTERPOSE int sem_destroy(sem_t* semaphore) { return RACELAB_REAL(sem_destroy)(semaphore); }

RACELAB_INTERPOSE int sem_wait(sem_t* semaphore) {
  RACELAB_PASS_THROUGH(sem_wait, semaphore);
  return Wait(semaphore, Patience::kForever, nullptr, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int sem_trywait(sem_t* semaphore) {
  RACELAB_PASS_THROUGH(sem_trywait, semaphore);
  return Wait(semaphore, Patience::kTry, nullptr, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int sem_timedwait(sem_t* semaphore, const timespec* at) {
  RACELAB_PASS_THROUGH(sem_timedwait, semaphore, at);
  return Wait(semaphore, Patience::kTimed, at, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* at) {
  RACELAB_PASS_THROUGH(sem_clockwait, semaphore, clock, at);
  return Wait(semaphore, Patience::kTimed, at, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int sem_post(sem_t* semaphore) {
  RACELAB_PASS_THROUGH(sem_post, semaphore);
  RuntimeScope scope;
  PostSemaphore(semaphore, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int sem_getvalue(sem_t* semaphore, int* value) {
  RACELAB_PASS_THROUGH(sem_getvalue, semaphore, value);
  RuntimeScope scope;
  *value = SemaphoreValue(semaphore, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int pthread_barrier_init(pthread_barrier_t* barrier,
                                           const pthread_barrierattr_t* attributes,
                                           unsigned threads) {
  if (g_active) {
    RuntimeScope scope;
    InitBarrier(barrier, threads);
  }
  return RACELAB_REAL(pthread_barrier_init)(barrier, attributes, threads);
}

RACELAB_INTERPOSE int pthread_barrier_wait(pthread_barrier_t* barrier) {
  RACELAB_PASS_THROUGH(pthread_barrier_wait, barrier);
  RuntimeScope scope;
  return WaitAtBarrier(barrier, RACELAB_CALLER_PC()) ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

RACELAB_INTERPOSE int pthread_barrier_destroy(pthread_barrier_t* barrier) {
  RACELAB_PASS_THROUGH(pthread_barrier_destroy, barrier);
  RuntimeScope scope;
  DestroyBarrier(barrier, RACELAB_CALLER_PC());
  return 0;
}
