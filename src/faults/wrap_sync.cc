// Locks, condition variables and semaphores of a submission. In a serial execution nobody sleeps in
// them: a process tries, and gives its turn away until it succeeds.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

#include <functional>
#include <limits>

#include "clock.h"
#include "process.h"
#include "shared_memory.h"

namespace racelab::faults {
namespace {

constexpr int kProcessShared = 128;  // in glibc's pthread_mutex_t::__data.__kind
constexpr unsigned kCondShared = 1;  // in pthread_cond_t::__data.__wrefs

constexpr char kPrivateMutex[] =
    "the mutex lies in shared memory but was made without PTHREAD_PROCESS_SHARED: once it sleeps, "
    "an unlock by another process does not wake it";
constexpr char kPrivateCond[] =
    "the condition variable lies in shared memory but was made without PTHREAD_PROCESS_SHARED: a "
    "signal from another process does not wake it";
constexpr char kPrivateSem[] =
    "the semaphore lies in shared memory but was made with pshared 0: once it sleeps, a post by "
    "another process does not wake it";

bool InSharedMemory(const volatile void* object) {
  return IsShared(reinterpret_cast<std::uintptr_t>(object));
}

bool IsPrivateThoughShared(const pthread_mutex_t* mutex) {
  return InSharedMemory(mutex) && (mutex->__data.__kind & kProcessShared) == 0;
}

// A robust mutex that was unlocked after a death without having been made consistent.
bool IsLost(const pthread_mutex_t* mutex) {
  constexpr int kRobust = 16;
  constexpr int kNotRecoverable = std::numeric_limits<int>::max() - 1;
  return (mutex->__data.__kind & kRobust) != 0 && mutex->__data.__owner == kNotRecoverable;
}

// A wait on a thing that only processes of the same address space can end, though it is shared.
bool HopelessAfterSleeping(bool hopeless, bool slept, const char* why) {
  if (!hopeless || !slept) return false;
  g_control->process[Self()].hint = why;
  return true;
}

int LockByTrying(const char* name, pthread_mutex_t* mutex, std::int64_t timeout_ns,
                 const Visit& visit) {
  const bool self_checks = (mutex->__data.__kind & 3) == PTHREAD_MUTEX_ERRORCHECK_NP;
  if (self_checks && mutex->__data.__owner == gettid()) return EDEADLK;
  int result = EBUSY;
  bool slept = false;
  const bool got =
      WaitUntil({.name = name, .object = ObjectKey(mutex), .timeout_ns = timeout_ns}, visit, [&] {
        const bool hopeless = IsPrivateThoughShared(mutex);
        g_control->process[Self()].owner = mutex->__data.__owner;
        if (HopelessAfterSleeping(hopeless, slept, kPrivateMutex)) return false;
        slept = true;
        // glibc's trylock would leave it locked.
        result = IsLost(mutex) ? ENOTRECOVERABLE : pthread_mutex_trylock(mutex);
        return result != EBUSY;
      });
  return got ? result : ETIMEDOUT;
}

int WaitOnCond(const char* name, pthread_cond_t* cond, pthread_mutex_t* mutex,
               std::int64_t timeout_ns, std::uintptr_t pc) {
  std::uint16_t legal = kSpurious;
  if (timeout_ns >= 0) legal |= kTimeout;
  const Visit visit = Arrive(name, pc, legal);
  const std::uint64_t key = ObjectKey(cond);
  const bool is_private = InSharedMemory(cond) && (cond->__data.__wrefs & kCondShared) == 0;
  Enqueue(key);
  pthread_mutex_unlock(mutex);
  bool woken = true;
  if (visit.action == kSpurious) {
    Wake(key, 1, true);
    Yield("a wakeup without a signal", pc);
  } else {
    const Wait wait{.name = name, .object = key, .for_wakeup = true, .timeout_ns = timeout_ns};
    woken = WaitUntil(wait, visit, [&] {
      if (is_private) g_control->process[Self()].hint = kPrivateCond;
      return WasWoken();
    });
    if (!woken) g_control->process[Self()].ticket = 0;
  }
  const int locked = LockByTrying(name, mutex, -1, visit);
  return static_cast<int>(Leave(visit, locked != 0 ? locked : woken ? 0 : ETIMEDOUT));
}

int WakeOnCond(const char* name, pthread_cond_t* cond, int count, std::uintptr_t pc) {
  const Visit visit = Arrive(name, pc);
  const bool is_private = InSharedMemory(cond) && (cond->__data.__wrefs & kCondShared) == 0;
  Wake(ObjectKey(cond), count, is_private);
  return static_cast<int>(Leave(visit, 0));
}

int DownByTrying(const char* name, sem_t* sem, std::int64_t timeout_ns, std::uintptr_t pc) {
  std::uint16_t legal = HandledSignal(true) != 0 ? kInterrupt : 0;
  if (timeout_ns >= 0) legal |= kTimeout;
  const Visit visit = Arrive(name, pc, legal);
  if (visit.action == kInterrupt) {
    errno = EINTR;
    return static_cast<int>(Leave(visit, -1));
  }
  bool slept = false;
  const bool is_private = InSharedMemory(sem) && reinterpret_cast<const int*>(sem)[2] == 0;
  const bool got = WaitUntil(
      {.name = name, .object = ObjectKey(sem), .for_wakeup = true, .timeout_ns = timeout_ns}, visit,
      [&] {
        if (HopelessAfterSleeping(is_private, slept, kPrivateSem)) return false;
        slept = true;
        return sem_trywait(sem) == 0;
      });
  if (!got) errno = ETIMEDOUT;
  return static_cast<int>(Leave(visit, got ? 0 : -1));
}

// Any lock whose only need is to be tried again.
int TryAgain(const char* name, const void* lock, std::uintptr_t pc,
             const std::function<int()>& try_lock) {
  const Visit visit = Arrive(name, pc);
  int result = EBUSY;
  WaitUntil({.name = name, .object = ObjectKey(lock)}, visit,
            [&] { return (result = try_lock()) != EBUSY && result != EAGAIN; });
  return static_cast<int>(Leave(visit, result));
}

}  // namespace
}  // namespace racelab::faults

using namespace racelab::faults;

#define WRAP extern "C" __attribute__((visibility("default"), used))
// A call that never blocks: a step, then the real thing.
#define WRAP_STEP(name, parameters, arguments)             \
  WRAP int __wrap_##name parameters {                      \
    const Visit visit = Arrive(#name, RACELAB_PC());       \
    return static_cast<int>(Leave(visit, name arguments)); \
  }

WRAP int __wrap_pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (!InSerial()) return pthread_mutex_lock(mutex);
  const Visit visit = Arrive("pthread_mutex_lock", RACELAB_PC());
  return static_cast<int>(Leave(visit, LockByTrying("pthread_mutex_lock", mutex, -1, visit)));
}
WRAP int __wrap_pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* at) {
  if (!InSerial()) return pthread_mutex_timedlock(mutex, at);
  const Visit visit = Arrive("pthread_mutex_timedlock", RACELAB_PC(), kTimeout);
  return static_cast<int>(Leave(
      visit, LockByTrying("pthread_mutex_timedlock", mutex, NsUntil(CLOCK_REALTIME, at), visit)));
}
WRAP int __wrap_pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                        const timespec* at) {
  if (!InSerial()) return pthread_mutex_clocklock(mutex, clock, at);
  const Visit visit = Arrive("pthread_mutex_clocklock", RACELAB_PC(), kTimeout);
  return static_cast<int>(
      Leave(visit, LockByTrying("pthread_mutex_clocklock", mutex, NsUntil(clock, at), visit)));
}
WRAP_STEP(pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
WRAP_STEP(pthread_mutex_unlock, (pthread_mutex_t * mutex), (mutex))
WRAP_STEP(pthread_mutex_consistent, (pthread_mutex_t * mutex), (mutex))

WRAP int __wrap_pthread_cond_wait(pthread_cond_t* cond, pthread_mutex_t* mutex) {
  if (!InSerial()) return pthread_cond_wait(cond, mutex);
  return WaitOnCond("pthread_cond_wait", cond, mutex, -1, RACELAB_PC());
}
WRAP int __wrap_pthread_cond_timedwait(pthread_cond_t* cond, pthread_mutex_t* mutex,
                                       const timespec* at) {
  if (!InSerial()) return pthread_cond_timedwait(cond, mutex, at);
  const clockid_t clock = (cond->__data.__wrefs & 2) != 0 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
  return WaitOnCond("pthread_cond_timedwait", cond, mutex, NsUntil(clock, at), RACELAB_PC());
}
WRAP int __wrap_pthread_cond_clockwait(pthread_cond_t* cond, pthread_mutex_t* mutex,
                                       clockid_t clock, const timespec* at) {
  if (!InSerial()) return pthread_cond_clockwait(cond, mutex, clock, at);
  return WaitOnCond("pthread_cond_clockwait", cond, mutex, NsUntil(clock, at), RACELAB_PC());
}
WRAP int __wrap_pthread_cond_signal(pthread_cond_t* cond) {
  if (!InSerial()) return pthread_cond_signal(cond);
  return WakeOnCond("pthread_cond_signal", cond, 1, RACELAB_PC());
}
WRAP int __wrap_pthread_cond_broadcast(pthread_cond_t* cond) {
  if (!InSerial()) return pthread_cond_broadcast(cond);
  return WakeOnCond("pthread_cond_broadcast", cond, -1, RACELAB_PC());
}

WRAP int __wrap_sem_wait(sem_t* sem) {
  if (!InSerial()) return sem_wait(sem);
  return DownByTrying("sem_wait", sem, -1, RACELAB_PC());
}
WRAP int __wrap_sem_timedwait(sem_t* sem, const timespec* at) {
  if (!InSerial()) return sem_timedwait(sem, at);
  return DownByTrying("sem_timedwait", sem, NsUntil(CLOCK_REALTIME, at), RACELAB_PC());
}
WRAP int __wrap_sem_clockwait(sem_t* sem, clockid_t clock, const timespec* at) {
  if (!InSerial()) return sem_clockwait(sem, clock, at);
  return DownByTrying("sem_clockwait", sem, NsUntil(clock, at), RACELAB_PC());
}
WRAP_STEP(sem_trywait, (sem_t * sem), (sem))
WRAP_STEP(sem_post, (sem_t * sem), (sem))

WRAP int __wrap_pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  if (!InSerial()) return pthread_rwlock_rdlock(lock);
  return TryAgain("pthread_rwlock_rdlock", lock, RACELAB_PC(),
                  [lock] { return pthread_rwlock_tryrdlock(lock); });
}
WRAP int __wrap_pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  if (!InSerial()) return pthread_rwlock_wrlock(lock);
  return TryAgain("pthread_rwlock_wrlock", lock, RACELAB_PC(),
                  [lock] { return pthread_rwlock_trywrlock(lock); });
}
WRAP_STEP(pthread_rwlock_unlock, (pthread_rwlock_t * lock), (lock))

WRAP int __wrap_pthread_spin_lock(pthread_spinlock_t* lock) {
  if (!InSerial()) return pthread_spin_lock(lock);
  return TryAgain("pthread_spin_lock", const_cast<const int*>(lock), RACELAB_PC(),
                  [lock] { return pthread_spin_trylock(lock); });
}
WRAP_STEP(pthread_spin_unlock, (pthread_spinlock_t * lock), (lock))
