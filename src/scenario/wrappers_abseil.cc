// absl::Mutex and absl::CondVar of a submission, each call behind a scheduling perturbation; see
// wrappers.cc. The names carry Abseil's inline namespace, which the build reads from its sources.
#include "absl/synchronization/mutex.h"
#include "perturb.h"

using racelab::perturb::SyncPoint;

#define RACELAB_STRING_(x) #x
#define RACELAB_STRING(x) RACELAB_STRING_(x)
#define RACELAB_ABSL(mangled) "__wrap__ZN4absl" RACELAB_STRING(RACELAB_ABSL_NAMESPACE) mangled

#define RACELAB_WRAP_MUTEX(result, method, mangled)                                \
  result Wrap##method(absl::Mutex* mutex) __asm__(RACELAB_ABSL("5Mutex" mangled)); \
  result Wrap##method(absl::Mutex* mutex) ABSL_NO_THREAD_SAFETY_ANALYSIS {         \
    SyncPoint();                                                                   \
    return mutex->method();                                                        \
  }

RACELAB_WRAP_MUTEX(void, Lock, "4LockEv")
RACELAB_WRAP_MUTEX(void, Unlock, "6UnlockEv")
RACELAB_WRAP_MUTEX(bool, TryLock, "7TryLockEv")
RACELAB_WRAP_MUTEX(void, ReaderLock, "10ReaderLockEv")
RACELAB_WRAP_MUTEX(void, ReaderUnlock, "12ReaderUnlockEv")

void WrapAwait(absl::Mutex* mutex, const absl::Condition& condition) __asm__(
    RACELAB_ABSL("5Mutex5AwaitERKNS0_9ConditionE"));
void WrapAwait(absl::Mutex* mutex, const absl::Condition& condition) {
  SyncPoint();
  mutex->Await(condition);
}

void WrapLockWhen(absl::Mutex* mutex, const absl::Condition& condition) __asm__(
    RACELAB_ABSL("5Mutex8LockWhenERKNS0_9ConditionE"));
void WrapLockWhen(absl::Mutex* mutex,
                  const absl::Condition& condition) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  SyncPoint();
  mutex->LockWhen(condition);
}

void WrapWait(absl::CondVar* cond_var,
              absl::Mutex* mutex) __asm__(RACELAB_ABSL("7CondVar4WaitEPNS0_5MutexE"));
void WrapWait(absl::CondVar* cond_var, absl::Mutex* mutex) {
  SyncPoint();
  cond_var->Wait(mutex);
}

#define RACELAB_WRAP_SIGNAL(method, mangled)                                            \
  void Wrap##method(absl::CondVar* cond_var) __asm__(RACELAB_ABSL("7CondVar" mangled)); \
  void Wrap##method(absl::CondVar* cond_var) {                                          \
    SyncPoint();                                                                        \
    cond_var->method();                                                                 \
  }

RACELAB_WRAP_SIGNAL(Signal, "6SignalEv")
RACELAB_WRAP_SIGNAL(SignalAll, "9SignalAllEv")
