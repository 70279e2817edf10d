// What mutexes, spin locks and reader-writer locks share: one writer or many readers, an owner, the
// clock of the last release.
#ifndef RACELAB_EXPLORER_SYNC_LOCK_H_
#define RACELAB_EXPLORER_SYNC_LOCK_H_

#include <cstdint>
#include <string>

#include "run.h"
#include "thread.h"
#include "vector_clock.h"

namespace racelab::explorer {

enum class LockKind : std::uint8_t { kNormal, kRecursive, kErrorCheck, kSpin, kReadWrite, kAbseil };

struct Lock {
  std::uintptr_t address = 0;
  LockKind kind = LockKind::kNormal;
  ThreadId owner = -1;        // who holds it exclusively
  int depth = 0;              // of a recursive mutex
  std::uint64_t readers = 0;  // who holds it shared, one bit a thread
  int reads[kMaxThreads];     // how often; meaningful for the bits in `readers`
  VectorClock written;        // clock of exclusive releases
  VectorClock read;           // clock of shared releases

  void Reset() {
    owner = -1;
    depth = 0;
    readers = 0;
    kind = LockKind::kNormal;
    written.Clear();
    read.Clear();
  }
  bool free() const { return owner < 0 && readers == 0; }
};

// How long an acquisition may block.
enum class Patience : std::uint8_t { kForever, kTimed, kTry };

Lock& LockAt(const void* object);
void ResetLocks();

// The lock is acquired, or Patience ran out: 0, EBUSY, ETIMEDOUT, EDEADLK. A thread that can only
// wait for itself is a `deadlock` finding. Each is one scheduling point. `deadline_ns` is for
// kTimed.
int AcquireExclusive(Lock& lock, Patience patience, std::uintptr_t pc,
                     std::int64_t deadline_ns = 0);
int AcquireShared(Lock& lock, Patience patience, std::uintptr_t pc, std::int64_t deadline_ns = 0);
// EPERM from an error-checking mutex; otherwise a lock that the thread does not hold is an
// `undefined-behaviour` finding.
int ReleaseLock(Lock& lock, std::uintptr_t pc);
// pthread_*_destroy, and memory that is freed: a held lock is a finding.
void DestroyLock(Lock& lock, std::uintptr_t pc);
void CheckNoLockIn(std::uintptr_t begin, std::uintptr_t end, std::uintptr_t pc);

// Without a scheduling point: for waits on condition variables.
void TakeExclusive(Lock& lock);
void DropExclusive(Lock& lock);
void TakeShared(Lock& lock);
void DropShared(Lock& lock);

// Gates: Gate::object, or Gate::mutex, is a Lock.
bool IsFreeForWriter(const Thread& thread);
bool IsFreeForReader(const Thread& thread);
bool IsMutexFree(const Thread& thread);

// "mutex", "spin lock", …
const char* NameOf(LockKind kind);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_LOCK_H_
