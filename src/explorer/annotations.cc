// Annotations of the older kind, and the part of ThreadSanitizer's interface that libraries call
// themselves (Abseil does both when it is built with -fsanitize=thread).
#include <cstddef>
#include <cstdint>

#include "address_map.h"
#include "interpose.h"
#include "sync/annotated.h"

using namespace racelab::explorer;

namespace {

void Ignore(int change) {
  if (g_active) g_run.current().ignore_accesses += change;
}

}  // namespace

RACELAB_INTERPOSE void AnnotateIgnoreReadsBegin(const char*, int) { Ignore(1); }
RACELAB_INTERPOSE void AnnotateIgnoreReadsEnd(const char*, int) { Ignore(-1); }
RACELAB_INTERPOSE void AnnotateIgnoreWritesBegin(const char*, int) { Ignore(1); }
RACELAB_INTERPOSE void AnnotateIgnoreWritesEnd(const char*, int) { Ignore(-1); }
RACELAB_INTERPOSE void AnnotateBenignRaceSized(const char*, int, const volatile void*, std::size_t,
                                               const char*) {}
RACELAB_INTERPOSE void AnnotateRWLockCreate(const char*, int, const volatile void*) {}
RACELAB_INTERPOSE void AnnotateRWLockCreateStatic(const char*, int, const volatile void*) {}
RACELAB_INTERPOSE void AnnotateRWLockDestroy(const char*, int, const volatile void*) {}
RACELAB_INTERPOSE void AnnotateRWLockAcquired(const char*, int, const volatile void*, long) {}
RACELAB_INTERPOSE void AnnotateRWLockReleased(const char*, int, const volatile void*, long) {}
RACELAB_INTERPOSE void AnnotateThreadName(const char*, int, const char*) {}
RACELAB_INTERPOSE void AnnotateNewMemory(const char*, int, const volatile void*, std::size_t) {}
RACELAB_INTERPOSE void AnnotateHappensBefore(const char*, int, const volatile void* p) {
  if (g_active) AnnotatedRelease(const_cast<const void*>(p));
}
RACELAB_INTERPOSE void AnnotateHappensAfter(const char*, int, const volatile void* p) {
  if (g_active) AnnotatedAcquire(const_cast<const void*>(p));
}
RACELAB_INTERPOSE void __tsan_acquire(void* p) {
  if (g_active) AnnotatedAcquire(p);
}
RACELAB_INTERPOSE void __tsan_release(void* p) {
  if (g_active) AnnotatedRelease(p);
}
// A new absl::Mutex where an older one may have been: its model starts afresh.
RACELAB_INTERPOSE void __tsan_mutex_create(void* p, unsigned) {
  if (g_active) AnnotatedMutexCreated(p);
}
RACELAB_INTERPOSE void __tsan_mutex_destroy(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_pre_lock(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_post_lock(void*, unsigned, int) {}
RACELAB_INTERPOSE int __tsan_mutex_pre_unlock(void*, unsigned) { return 0; }
RACELAB_INTERPOSE void __tsan_mutex_post_unlock(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_pre_signal(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_post_signal(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_pre_divert(void*, unsigned) {}
RACELAB_INTERPOSE void __tsan_mutex_post_divert(void*, unsigned) {}
