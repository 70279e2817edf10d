// <threads.h>: glibc makes it of pthreads inside itself, where nothing can be interposed; here it
// is made of the interposed calls.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <threads.h>
#include <time.h>

#include <cstdint>

#include "interpose.h"

namespace {

int Result(int error) {
  switch (error) {
    case 0:
      return thrd_success;
    case EBUSY:
      return thrd_busy;
    case ETIMEDOUT:
      return thrd_timedout;
    default:
      return thrd_error;
  }
}

pthread_mutex_t* Mutex(mtx_t* mutex) { return reinterpret_cast<pthread_mutex_t*>(mutex); }
pthread_cond_t* Condition(cnd_t* condition) { return reinterpret_cast<pthread_cond_t*>(condition); }

}  // namespace

// NAME(parameters) is, inside an execution, `call`.
#define C11(name, parameters, arguments, call) \
  RACELAB_INTERPOSE int name parameters {      \
    if (!racelab::explorer::g_active) {        \
      return RACELAB_REAL(name) arguments;     \
    }                                          \
    return Result(call);                       \
  }

C11(thrd_create, (thrd_t * thread, thrd_start_t start, void* argument), (thread, start, argument),
    // An int function leaves its result where a pointer's would be.
    pthread_create(thread, nullptr,
                   reinterpret_cast<void* (*)(void*)>(reinterpret_cast<void (*)()>(start)),
                   argument))
C11(thrd_detach, (thrd_t thread), (thread), pthread_detach(thread))
C11(mtx_lock, (mtx_t * mutex), (mutex), pthread_mutex_lock(Mutex(mutex)))
C11(mtx_trylock, (mtx_t * mutex), (mutex), pthread_mutex_trylock(Mutex(mutex)))
C11(mtx_timedlock, (mtx_t * mutex, const timespec* at), (mutex, at),
    pthread_mutex_timedlock(Mutex(mutex), at))
C11(mtx_unlock, (mtx_t * mutex), (mutex), pthread_mutex_unlock(Mutex(mutex)))
C11(cnd_wait, (cnd_t * condition, mtx_t* mutex), (condition, mutex),
    pthread_cond_wait(Condition(condition), Mutex(mutex)))
C11(cnd_timedwait, (cnd_t * condition, mtx_t* mutex, const timespec* at), (condition, mutex, at),
    pthread_cond_timedwait(Condition(condition), Mutex(mutex), at))
C11(cnd_signal, (cnd_t * condition), (condition), pthread_cond_signal(Condition(condition)))
C11(cnd_broadcast, (cnd_t * condition), (condition), pthread_cond_broadcast(Condition(condition)))
C11(tss_create, (tss_t * key, tss_dtor_t destructor), (key, destructor),
    pthread_key_create(key, destructor))
C11(tss_set, (tss_t key, void* value), (key, value), pthread_setspecific(key, value))

RACELAB_INTERPOSE void* tss_get(tss_t key) { return pthread_getspecific(key); }

RACELAB_INTERPOSE int thrd_join(thrd_t thread, int* status) {
  if (!racelab::explorer::g_active) return RACELAB_REAL(thrd_join)(thread, status);
  void* result = nullptr;
  const int error = pthread_join(thread, &result);
  if (status != nullptr) *status = static_cast<int>(reinterpret_cast<std::intptr_t>(result));
  return Result(error);
}

RACELAB_INTERPOSE void thrd_exit(int status) {
  if (racelab::explorer::g_active) pthread_exit(reinterpret_cast<void*>(std::intptr_t{status}));
  RACELAB_REAL(thrd_exit)(status);
  __builtin_unreachable();
}

RACELAB_INTERPOSE void thrd_yield() { sched_yield(); }

RACELAB_INTERPOSE int thrd_sleep(const timespec* duration, timespec* left) {
  return nanosleep(duration, left);
}

RACELAB_INTERPOSE int mtx_init(mtx_t* mutex, int type) {
  if (!racelab::explorer::g_active) return RACELAB_REAL(mtx_init)(mutex, type);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(
      &attributes, (type & mtx_recursive) != 0 ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
  return Result(pthread_mutex_init(Mutex(mutex), &attributes));
}

RACELAB_INTERPOSE void mtx_destroy(mtx_t* mutex) { pthread_mutex_destroy(Mutex(mutex)); }
RACELAB_INTERPOSE void cnd_destroy(cnd_t* condition) { pthread_cond_destroy(Condition(condition)); }

RACELAB_INTERPOSE void call_once(once_flag* flag, void (*initialize)(void)) {
  pthread_once(reinterpret_cast<pthread_once_t*>(flag), initialize);
}
