// pthread_cond_*: std::condition_variable and std::condition_variable_any.
#include "sync/condition.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "interpose.h"
#include "sync/lock.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

int Wait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* at, std::uintptr_t pc) {
  RuntimeScope scope;
  const std::int64_t deadline_ns = at == nullptr ? -1 : DeadlineNs(*at);
  const Outcome outcome = WaitForCondition(condition, LockAt(mutex), deadline_ns, pc);
  return outcome == Outcome::kTimeout ? ETIMEDOUT : 0;
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int pthread_cond_init(pthread_cond_t* condition,
                                        const pthread_condattr_t* attributes) {
  return RACELAB_REAL(pthread_cond_init)(condition, attributes);
}

RACELAB_INTERPOSE int pthread_cond_destroy(pthread_cond_t* condition) {
  RACELAB_PASS_THROUGH(pthread_cond_destroy, condition);
  RuntimeScope scope;
  DestroyCondition(condition, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  RACELAB_PASS_THROUGH(pthread_cond_wait, condition, mutex);
  return Wait(condition, mutex, nullptr, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                             const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_cond_timedwait, condition, mutex, at);
  return Wait(condition, mutex, at, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                             clockid_t clock, const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_cond_clockwait, condition, mutex, clock, at);
  return Wait(condition, mutex, at, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_cond_signal(pthread_cond_t* condition) {
  RACELAB_PASS_THROUGH(pthread_cond_signal, condition);
  RuntimeScope scope;
  NotifyCondition(condition, false, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int pthread_cond_broadcast(pthread_cond_t* condition) {
  RACELAB_PASS_THROUGH(pthread_cond_broadcast, condition);
  RuntimeScope scope;
  NotifyCondition(condition, true, RACELAB_CALLER_PC());
  return 0;
}
