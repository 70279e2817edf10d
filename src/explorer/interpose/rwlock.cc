// pthread_rwlock_*: std::shared_mutex and std::shared_timed_mutex.
#include <pthread.h>
#include <time.h>

#include "interpose.h"
#include "sync/lock.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

Lock& RwLockAt(pthread_rwlock_t* rwlock) {
  Lock& lock = LockAt(rwlock);
  lock.kind = LockKind::kReadWrite;
  return lock;
}

int Read(pthread_rwlock_t* rwlock, Patience patience, const timespec* at, std::uintptr_t pc) {
  RuntimeScope scope;
  return AcquireShared(RwLockAt(rwlock), patience, pc, at == nullptr ? 0 : DeadlineNs(*at));
}

int Write(pthread_rwlock_t* rwlock, Patience patience, const timespec* at, std::uintptr_t pc) {
  RuntimeScope scope;
  return AcquireExclusive(RwLockAt(rwlock), patience, pc, at == nullptr ? 0 : DeadlineNs(*at));
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int pthread_rwlock_init(pthread_rwlock_t* rwlock,
                                          const pthread_rwlockattr_t* attributes) {
  if (g_active) {
    RuntimeScope scope;
    RwLockAt(rwlock).Reset();
  }
  return RACELAB_REAL(pthread_rwlock_init)(rwlock, attributes);
}

RACELAB_INTERPOSE int pthread_rwlock_destroy(pthread_rwlock_t* rwlock) {
  RACELAB_PASS_THROUGH(pthread_rwlock_destroy, rwlock);
  RuntimeScope scope;
  DestroyLock(RwLockAt(rwlock), RACELAB_CALLER_PC());
  return 0;
}

#define ACQUIRE(name, function, patience, at, parameters, ...)            \
  RACELAB_INTERPOSE int pthread_rwlock_##name parameters {                \
    RACELAB_PASS_THROUGH(pthread_rwlock_##name, __VA_ARGS__);             \
    return function(rwlock, Patience::patience, at, RACELAB_CALLER_PC()); \
  }

ACQUIRE(rdlock, Read, kForever, nullptr, (pthread_rwlock_t * rwlock), rwlock)
ACQUIRE(tryrdlock, Read, kTry, nullptr, (pthread_rwlock_t * rwlock), rwlock)
ACQUIRE(timedrdlock, Read, kTimed, at, (pthread_rwlock_t * rwlock, const timespec* at), rwlock, at)
ACQUIRE(clockrdlock, Read, kTimed, at,
        (pthread_rwlock_t * rwlock, clockid_t clock, const timespec* at), rwlock, clock, at)
ACQUIRE(wrlock, Write, kForever, nullptr, (pthread_rwlock_t * rwlock), rwlock)
ACQUIRE(trywrlock, Write, kTry, nullptr, (pthread_rwlock_t * rwlock), rwlock)
ACQUIRE(timedwrlock, Write, kTimed, at, (pthread_rwlock_t * rwlock, const timespec* at), rwlock, at)
ACQUIRE(clockwrlock, Write, kTimed, at,
        (pthread_rwlock_t * rwlock, clockid_t clock, const timespec* at), rwlock, clock, at)

RACELAB_INTERPOSE int pthread_rwlock_unlock(pthread_rwlock_t* rwlock) {
  RACELAB_PASS_THROUGH(pthread_rwlock_unlock, rwlock);
  RuntimeScope scope;
  return ReleaseLock(RwLockAt(rwlock), RACELAB_CALLER_PC());
}
