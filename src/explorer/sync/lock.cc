#include "sync/lock.h"

#include <errno.h>

#include <algorithm>

#include "accesses.h"
#include "address_map.h"
#include "sync/conditional.h"

namespace racelab::explorer {
namespace {

AddressMap<Lock> locks;

std::uint64_t Bit(ThreadId id) { return std::uint64_t{1} << id; }

void Hold(Thread& self, const Lock& lock) { self.locks.push_back(lock.address); }

void LetGo(Thread& self, const Lock& lock) {
  const auto last = std::find(self.locks.rbegin(), self.locks.rend(), lock.address);
  if (last != self.locks.rend()) self.locks.erase(std::next(last).base());
}

[[noreturn]] void Misuse(const Lock& lock, const std::string& what, std::uintptr_t pc) {
  g_run.Fail("undefined-behaviour", what, lock.address, pc);
}

[[noreturn]] void FailWithSelfDeadlock(const Lock& lock, std::uintptr_t pc) {
  const std::string name = NameOf(lock.kind);
  g_run.Fail("deadlock", "locks a " + name + " that it already holds, and waits for itself",
             lock.address, pc);
}

// An error-checking or recursive mutex that the caller holds: no other thread is concerned.
bool AcquireAgain(Lock& lock, int* result) {
  if (lock.kind == LockKind::kRecursive) {
    ++lock.depth;
    *result = 0;
    return true;
  }
  *result = EDEADLK;
  return lock.kind == LockKind::kErrorCheck;
}

int AcquireWhen(Lock& lock, OpKind kind, Patience patience, std::int64_t deadline_ns,
                std::uintptr_t pc) {
  Gate gate;
  gate.open = kind == OpKind::kLock ? &IsFreeForWriter : &IsFreeForReader;
  gate.object = &lock;
  gate.deadline_ns = deadline_ns;
  // Time may pass while somebody else holds the lock, and only then.
  gate.can_time_out = patience == Patience::kTimed;
  gate.may_leave = kind == OpKind::kLock
                       ? +[](const Thread& thread) { return !IsFreeForWriter(thread); }
                       : +[](const Thread& thread) { return !IsFreeForReader(thread); };
  const Operation operation{kind, 0, lock.address, 0, pc};
  if (g_run.PointWhen(operation, gate) != Outcome::kTimeout) return 0;
  g_run.RecordOutcome(false);
  return ETIMEDOUT;
}

}  // namespace

Lock& LockAt(const void* object) {
  Lock& lock = locks.Get(reinterpret_cast<std::uintptr_t>(object));
  lock.address = reinterpret_cast<std::uintptr_t>(object);
  return lock;
}

void ResetLocks() { locks.Clear(); }

const char* NameOf(LockKind kind) {
  switch (kind) {
    case LockKind::kSpin:
      return "spin lock";
    case LockKind::kReadWrite:
      return "reader-writer lock";
    default:
      return "mutex";
  }
}

bool IsFreeForWriter(const Thread& thread) {
  return static_cast<const Lock*>(thread.gate.object)->free();
}
bool IsFreeForReader(const Thread& thread) {
  return static_cast<const Lock*>(thread.gate.object)->owner < 0;
}
bool IsMutexFree(const Thread& thread) {
  return thread.gate.mutex == nullptr || static_cast<const Lock*>(thread.gate.mutex)->free();
}

void TakeExclusive(Lock& lock) {
  Thread& self = g_run.current();
  lock.owner = self.id;
  lock.depth = 1;
  self.clock.Join(lock.written);
  self.clock.Join(lock.read);
  Hold(self, lock);
}

void DropExclusive(Lock& lock) {
  Thread& self = g_run.current();
  lock.owner = -1;
  lock.depth = 0;
  lock.written.Assign(self.clock);
  lock.read.Clear();  // every reader before was seen by this writer
  self.Tick();
  LetGo(self, lock);
  if (lock.kind == LockKind::kAbseil) LookAtPredicates(lock);
}

void TakeShared(Lock& lock) {
  Thread& self = g_run.current();
  if ((lock.readers & Bit(self.id)) == 0) lock.reads[self.id] = 0;
  lock.readers |= Bit(self.id);
  ++lock.reads[self.id];
  self.clock.Join(lock.written);
  Hold(self, lock);
}

void DropShared(Lock& lock) {
  Thread& self = g_run.current();
  if (--lock.reads[self.id] == 0) lock.readers &= ~Bit(self.id);
  lock.read.Join(self.clock);
  self.Tick();
  LetGo(self, lock);
  if (lock.kind == LockKind::kAbseil) LookAtPredicates(lock);
}

int AcquireExclusive(Lock& lock, Patience patience, std::uintptr_t pc, std::int64_t deadline_ns) {
  CheckObject(reinterpret_cast<void*>(lock.address), pc);
  Thread& self = g_run.current();
  int result = 0;
  if (lock.owner == self.id && patience != Patience::kTry && AcquireAgain(lock, &result)) {
    return result;
  }
  const bool holds = lock.owner == self.id || (lock.readers & Bit(self.id)) != 0;
  if (patience == Patience::kTry) {
    g_run.Point(Operation{OpKind::kTryLock, 0, lock.address, 0, pc});
    if (lock.owner == self.id && lock.kind == LockKind::kRecursive) {
      ++lock.depth;
      return 0;
    }
    if (!lock.free()) {
      g_run.RecordOutcome(false);
      return EBUSY;
    }
  } else {
    if (holds && patience == Patience::kForever) {
      // glibc reports this one; C++ makes an exception of it.
      if (lock.kind == LockKind::kReadWrite && lock.owner == self.id) return EDEADLK;
      FailWithSelfDeadlock(lock, pc);
    }
    result = AcquireWhen(lock, OpKind::kLock, patience, deadline_ns, pc);
    if (result != 0) return result;
  }
  TakeExclusive(lock);
  return 0;
}

int AcquireShared(Lock& lock, Patience patience, std::uintptr_t pc, std::int64_t deadline_ns) {
  CheckObject(reinterpret_cast<void*>(lock.address), pc);
  Thread& self = g_run.current();
  if (patience == Patience::kTry) {
    g_run.Point(Operation{OpKind::kTryLockShared, 0, lock.address, 0, pc});
    if (lock.owner >= 0) {
      g_run.RecordOutcome(false);
      return EBUSY;
    }
  } else {
    if (lock.owner == self.id && patience == Patience::kForever) {
      if (lock.kind == LockKind::kReadWrite) return EDEADLK;
      FailWithSelfDeadlock(lock, pc);
    }
    const int result = AcquireWhen(lock, OpKind::kLockShared, patience, deadline_ns, pc);
    if (result != 0) return result;
  }
  TakeShared(lock);
  return 0;
}

int ReleaseLock(Lock& lock, std::uintptr_t pc) {
  CheckObject(reinterpret_cast<void*>(lock.address), pc);
  Thread& self = g_run.current();
  const std::string name = NameOf(lock.kind);
  if (lock.owner == self.id) {
    if (lock.depth > 1) {
      --lock.depth;
      return 0;
    }
    g_run.Point(Operation{OpKind::kUnlock, 0, lock.address, 0, pc});
    DropExclusive(lock);
    return 0;
  }
  if ((lock.readers & Bit(self.id)) != 0) {
    g_run.Point(Operation{OpKind::kUnlockShared, 0, lock.address, 0, pc});
    DropShared(lock);
    return 0;
  }
  if (lock.kind == LockKind::kErrorCheck) return EPERM;
  if (lock.free()) Misuse(lock, "unlocks a " + name + " that nobody holds", pc);
  if (lock.owner >= 0) {
    Misuse(lock, "unlocks a " + name + " that thread " + std::to_string(lock.owner) + " holds", pc);
  }
  Misuse(lock, "unlocks a " + name + " that only other threads hold", pc);
}

void DestroyLock(Lock& lock, std::uintptr_t pc) {
  CheckObject(reinterpret_cast<void*>(lock.address), pc);
  g_run.Point(Operation{OpKind::kDestroy, 0, lock.address, 0, pc});
  const std::string name = NameOf(lock.kind);
  if (!lock.free()) Misuse(lock, "destroys a " + name + " while it is held", pc);
  lock.Reset();
}

void CheckNoLockIn(std::uintptr_t begin, std::uintptr_t end, std::uintptr_t pc) {
  for (ThreadId id = 0; id < g_run.thread_count(); ++id) {
    for (const std::uintptr_t held : g_run.thread(id).locks) {
      if (held < begin || held >= end) continue;
      const Lock& lock = LockAt(reinterpret_cast<void*>(held));
      Misuse(lock,
             std::string("frees a ") + NameOf(lock.kind) + " that thread " + std::to_string(id) +
                 " still holds",
             pc);
    }
  }
}

}  // namespace racelab::explorer
