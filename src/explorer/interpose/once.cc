// pthread_once and the guards of function statics.
#include "sync/once.h"

#include <pthread.h>

#include "atomics.h"
#include "interpose.h"
#include "memory_image.h"

using namespace racelab::explorer;

namespace {

// Both the compiler's guards and pthread_once_t, in the Itanium ABI and in glibc.
constexpr int kOnceDone = 2;

volatile char* DoneByte(void* guard) { return static_cast<volatile char*>(guard); }

// A guard in memory that is not put back between executions: what it guards is initialized once for
// all, and must not be made of memory that ends with this execution.
bool Lasts(const void* guard) { return !g_image.Covers(reinterpret_cast<std::uintptr_t>(guard)); }

}  // namespace

RACELAB_INTERPOSE int pthread_once(pthread_once_t* control, void (*initialize)()) {
  RACELAB_PASS_THROUGH(pthread_once, control, initialize);
  {
    RuntimeScope scope;
    if (!BeginOnce(control, *control == kOnceDone, RACELAB_CALLER_PC())) return 0;
  }
  try {
    initialize();
  } catch (...) {
    RuntimeScope scope;
    EndOnce(control, false);
    throw;
  }
  RuntimeScope scope;
  *control = kOnceDone;
  EndOnce(control, true);
  return 0;
}

extern "C" {
int __cxa_guard_acquire(void* guard);
void __cxa_guard_release(void* guard);
void __cxa_guard_abort(void* guard);
}

RACELAB_INTERPOSE int __cxa_guard_acquire(void* guard) {
  RACELAB_PASS_THROUGH(__cxa_guard_acquire, guard);
  RuntimeScope scope;
  if (!BeginOnce(guard, *DoneByte(guard) != 0, RACELAB_CALLER_PC())) return 0;
  if (Lasts(guard)) ++g_run.current().lasting;
  return 1;
}

RACELAB_INTERPOSE void __cxa_guard_release(void* guard) {
  if (!g_active) {
    RACELAB_REAL(__cxa_guard_release)(guard);
    return;
  }
  RuntimeScope scope;
  if (Lasts(guard)) --g_run.current().lasting;
  EndOnce(guard, true);
  // The compiler's first look at the guard is an acquire load of this byte.
  g_atomics.Store(AtomicPlace{reinterpret_cast<std::uintptr_t>(guard), 1, RACELAB_CALLER_PC()},
                  MemoryOrder::kRelease);
  *DoneByte(guard) = 1;
}

RACELAB_INTERPOSE void __cxa_guard_abort(void* guard) {
  if (!g_active) {
    RACELAB_REAL(__cxa_guard_abort)(guard);
    return;
  }
  RuntimeScope scope;
  if (Lasts(guard)) --g_run.current().lasting;
  EndOnce(guard, false);
}
