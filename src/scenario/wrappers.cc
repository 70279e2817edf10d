// The synchronization calls of a submission, each behind a scheduling perturbation.
//
// A submission's shared object is linked with --wrap=NAME for every NAME in wrapped_calls.txt, so
// its call of NAME arrives at __wrap_NAME here. Every wrapper ends in a tail call: the sanitizer
// then sees the student's own return address. Built with optimization and without instrumentation.
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

#include "perturb.h"

namespace {

using racelab::perturb::SyncPoint;

// The deadline `at`, given on `clock`, on the real-time clock.
timespec OnRealtimeClock(clockid_t clock, const timespec* at) {
  if (clock == CLOCK_REALTIME) return *at;
  timespec now;
  timespec real;
  clock_gettime(clock, &now);
  clock_gettime(CLOCK_REALTIME, &real);
  const long ns = at->tv_nsec - now.tv_nsec + real.tv_nsec;
  const long carry = ns >= 0 ? ns / 1'000'000'000 : -((999'999'999 - ns) / 1'000'000'000);
  return {at->tv_sec - now.tv_sec + real.tv_sec + carry, ns - carry * 1'000'000'000};
}

}  // namespace

#define RACELAB_WRAP(result, name, parameters, arguments) \
  extern "C" result __wrap_##name parameters {            \
    SyncPoint();                                          \
    return name arguments;                                \
  }

RACELAB_WRAP(int, pthread_mutex_lock, (pthread_mutex_t * m), (m))
RACELAB_WRAP(int, pthread_mutex_trylock, (pthread_mutex_t * m), (m))
RACELAB_WRAP(int, pthread_mutex_unlock, (pthread_mutex_t * m), (m))
RACELAB_WRAP(int, pthread_mutex_timedlock, (pthread_mutex_t * m, const timespec* at), (m, at))
RACELAB_WRAP(int, pthread_rwlock_rdlock, (pthread_rwlock_t * l), (l))
RACELAB_WRAP(int, pthread_rwlock_wrlock, (pthread_rwlock_t * l), (l))
RACELAB_WRAP(int, pthread_rwlock_tryrdlock, (pthread_rwlock_t * l), (l))
RACELAB_WRAP(int, pthread_rwlock_trywrlock, (pthread_rwlock_t * l), (l))
RACELAB_WRAP(int, pthread_rwlock_unlock, (pthread_rwlock_t * l), (l))
RACELAB_WRAP(int, pthread_cond_wait, (pthread_cond_t * c, pthread_mutex_t* m), (c, m))
RACELAB_WRAP(int, pthread_cond_signal, (pthread_cond_t * c), (c))
RACELAB_WRAP(int, pthread_cond_broadcast, (pthread_cond_t * c), (c))
RACELAB_WRAP(int, pthread_spin_lock, (pthread_spinlock_t * l), (l))
RACELAB_WRAP(int, sem_wait, (sem_t * s), (s))
RACELAB_WRAP(int, sem_post, (sem_t * s), (s))

// ThreadSanitizer of g++ 12 and clang 14 does not know the three *clock* locks, so that right code
// with std::timed_mutex looks like a race: go through the calls that it does know.
extern "C" int __wrap_pthread_mutex_clocklock(pthread_mutex_t* m, clockid_t clock,
                                              const timespec* at) {
  SyncPoint();
  const timespec deadline = OnRealtimeClock(clock, at);
  return pthread_mutex_timedlock(m, &deadline);
}
extern "C" int __wrap_pthread_rwlock_clockrdlock(pthread_rwlock_t* l, clockid_t clock,
                                                 const timespec* at) {
  SyncPoint();
  const timespec deadline = OnRealtimeClock(clock, at);
  return pthread_rwlock_timedrdlock(l, &deadline);
}
extern "C" int __wrap_pthread_rwlock_clockwrlock(pthread_rwlock_t* l, clockid_t clock,
                                                 const timespec* at) {
  SyncPoint();
  const timespec deadline = OnRealtimeClock(clock, at);
  return pthread_rwlock_timedwrlock(l, &deadline);
}
