// pthread_mutex_* and pthread_spin_*: std::mutex, recursive_mutex, timed_mutex and their kin.
#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "accesses.h"
#include "interpose.h"
#include "sync/lock.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

Lock& MutexAt(pthread_mutex_t* mutex) {
  Lock& lock = LockAt(mutex);
  switch (mutex->__data.__kind & 3) {
    case PTHREAD_MUTEX_RECURSIVE:
      lock.kind = LockKind::kRecursive;
      break;
    case PTHREAD_MUTEX_ERRORCHECK:
      lock.kind = LockKind::kErrorCheck;
      break;
    default:
      lock.kind = LockKind::kNormal;
  }
  return lock;
}

Lock& SpinAt(pthread_spinlock_t* spin) {
  Lock& lock = LockAt(const_cast<int*>(spin));
  lock.kind = LockKind::kSpin;
  return lock;
}

int LockMutex(pthread_mutex_t* mutex, Patience patience, std::uintptr_t pc,
              const timespec* at = nullptr) {
  RuntimeScope scope;
  CheckObject(mutex, pc);
  return AcquireExclusive(MutexAt(mutex), patience, pc, at == nullptr ? 0 : DeadlineNs(*at));
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int pthread_mutex_init(pthread_mutex_t* mutex,
                                         const pthread_mutexattr_t* attributes) {
  if (g_active) {
    RuntimeScope scope;
    LockAt(mutex).Reset();
  }
  return RACELAB_REAL(pthread_mutex_init)(mutex, attributes);
}

RACELAB_INTERPOSE int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  RACELAB_PASS_THROUGH(pthread_mutex_destroy, mutex);
  RuntimeScope scope;
  DestroyLock(LockAt(mutex), RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int pthread_mutex_lock(pthread_mutex_t* mutex) {
  RACELAB_PASS_THROUGH(pthread_mutex_lock, mutex);
  return LockMutex(mutex, Patience::kForever, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  RACELAB_PASS_THROUGH(pthread_mutex_trylock, mutex);
  return LockMutex(mutex, Patience::kTry, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_mutex_timedlock, mutex, at);
  return LockMutex(mutex, Patience::kTimed, RACELAB_CALLER_PC(), at);
}

RACELAB_INTERPOSE int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                              const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_mutex_clocklock, mutex, clock, at);
  return LockMutex(mutex, Patience::kTimed, RACELAB_CALLER_PC(), at);
}

RACELAB_INTERPOSE int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  RACELAB_PASS_THROUGH(pthread_mutex_unlock, mutex);
  RuntimeScope scope;
  CheckObject(mutex, RACELAB_CALLER_PC());
  return ReleaseLock(MutexAt(mutex), RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_spin_init(pthread_spinlock_t* spin, int shared) {
  if (g_active) {
    RuntimeScope scope;
    SpinAt(spin).Reset();
  }
  return RACELAB_REAL(pthread_spin_init)(spin, shared);
}

RACELAB_INTERPOSE int pthread_spin_destroy(pthread_spinlock_t* spin) {
  RACELAB_PASS_THROUGH(pthread_spin_destroy, spin);
  RuntimeScope scope;
  DestroyLock(SpinAt(spin), RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int pthread_spin_lock(pthread_spinlock_t* spin) {
  RACELAB_PASS_THROUGH(pthread_spin_lock, spin);
  RuntimeScope scope;
  return AcquireExclusive(SpinAt(spin), Patience::kForever, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_spin_trylock(pthread_spinlock_t* spin) {
  RACELAB_PASS_THROUGH(pthread_spin_trylock, spin);
  RuntimeScope scope;
  return AcquireExclusive(SpinAt(spin), Patience::kTry, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_spin_unlock(pthread_spinlock_t* spin) {
  RACELAB_PASS_THROUGH(pthread_spin_unlock, spin);
  RuntimeScope scope;
  return ReleaseLock(SpinAt(spin), RACELAB_CALLER_PC());
}
