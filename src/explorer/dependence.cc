#include "dependence.h"

#include <algorithm>

namespace racelab::explorer {
namespace {

// An operation of these kinds concerns its own thread only. Starting, ending and joining a thread
// are ordered by the program itself (a join is possible only after the end), so there is no second
// order to try. Fences order the values of one thread's own accesses while values are sequentially
// consistent.
bool IsLocal(OpKind kind) {
  switch (kind) {
    case OpKind::kThreadStart:
    case OpKind::kThreadCreate:
    case OpKind::kThreadJoin:
    case OpKind::kThreadDetach:
    case OpKind::kFence:
    case OpKind::kSleep:
    case OpKind::kYield:
      return true;
    default:
      return false;
  }
}

bool IsRead(OpKind kind) { return kind == OpKind::kAtomicLoad || kind == OpKind::kPlainRead; }

// Only accesses to memory have a size that matters; a lock is one object whatever its size.
std::uintptr_t SizeOf(const Operation& operation) {
  return std::max<std::uintptr_t>(operation.size_bytes, 1);
}

bool ActOnSameObject(const Operation& a, const Operation& b) {
  const bool overlap = a.object != 0 && b.object != 0 && a.object < b.object + SizeOf(b) &&
                       b.object < a.object + SizeOf(a);
  if (overlap) return true;
  if (a.mutex != 0 && (a.mutex == b.object || a.mutex == b.mutex)) return true;
  return b.mutex != 0 && b.mutex == a.object;
}

bool CommuteOnSameObject(OpKind a, OpKind b) {
  if (IsRead(a) && IsRead(b)) return true;
  if (a != b) return false;
  return a == OpKind::kLockShared || a == OpKind::kUnlockShared;
}

}  // namespace

bool Dependent(const Operation& a, const Operation& b) {
  // The first thread's exit ends the process: what others had still to do is never done.
  if (a.kind == OpKind::kThreadExit || b.kind == OpKind::kThreadExit) return true;
  if (IsLocal(a.kind) || IsLocal(b.kind)) return false;
  return ActOnSameObject(a, b) && !CommuteOnSameObject(a.kind, b.kind);
}

bool IsUnprompted(OpKind kind) { return kind == OpKind::kTimeout || kind == OpKind::kSpurious; }

bool IsGivingWay(OpKind kind) {
  return kind == OpKind::kYield || kind == OpKind::kSleep || kind == OpKind::kTimeout;
}

bool SameChoice(const Candidate& a, const Candidate& b) {
  return a.thread == b.thread && a.operation.kind == b.operation.kind &&
         a.operation.object == b.operation.object && a.operation.mutex == b.operation.mutex;
}

}  // namespace racelab::explorer
