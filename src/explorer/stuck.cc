#include "stuck.h"

#include <string>
#include <vector>

#include "run.h"
#include "symbolize.h"
#include "sync/lock.h"

namespace racelab::explorer {
namespace {

bool WaitsForLock(const Thread& thread) {
  return thread.pending.kind == OpKind::kLock || thread.pending.kind == OpKind::kLockShared ||
         (thread.gate.mutex != nullptr && !IsMutexFree(thread));
}

const Lock& LockWaitedFor(const Thread& thread) {
  const bool at_lock =
      thread.pending.kind == OpKind::kLock || thread.pending.kind == OpKind::kLockShared;
  return *static_cast<const Lock*>(at_lock ? thread.gate.object : thread.gate.mutex);
}

// The thread that `thread` waits for, or -1 where it is not one certain thread.
ThreadId WaitsFor(const Thread& thread) {
  if (thread.pending.kind == OpKind::kThreadJoin) {
    return static_cast<ThreadId>(thread.pending.object) - 1;
  }
  if (!WaitsForLock(thread)) return -1;
  const Lock& lock = LockWaitedFor(thread);
  if (lock.owner >= 0) return lock.owner;
  return lock.readers != 0 ? __builtin_ctzll(lock.readers) : -1;
}

std::string Waiting(const Thread& thread) {
  switch (thread.pending.kind) {
    case OpKind::kThreadJoin:
      return "waits for the end of thread " + std::to_string(WaitsFor(thread));
    case OpKind::kLock:
    case OpKind::kLockShared: {
      const ThreadId owner = WaitsFor(thread);
      std::string text = std::string("waits for a ") + NameOf(LockWaitedFor(thread).kind);
      return owner < 0 ? text : text + " that thread " + std::to_string(owner) + " holds";
    }
    case OpKind::kSemaphoreWait:
      return "waits for a semaphore";
    case OpKind::kBarrierWait:
      return "waits at a barrier";
    case OpKind::kOnce:
      return "waits for an initialization that another thread has begun";
    case OpKind::kThreadExit:
      return "has ended, and the program waits for the other threads";
    default:
      return "waits for a notification";
  }
}

// The threads of a cycle of waiting, in order; empty if there is none.
std::vector<ThreadId> FindCycle(Run& run) {
  for (ThreadId start = 0; start < run.thread_count(); ++start) {
    std::vector<ThreadId> path;
    ThreadId at = start;
    while (at >= 0 && run.thread(at).state == ThreadState::kAlive) {
      path.push_back(at);
      at = WaitsFor(run.thread(at));
      if (at == start) return path;
      if (static_cast<int>(path.size()) > run.thread_count()) break;
    }
  }
  return {};
}

}  // namespace

bool WaitsInVain(const Thread& thread) {
  if (!thread.gate.futex) return false;
  const auto* word = reinterpret_cast<const volatile std::uint32_t*>(thread.pending.object);
  return *word == thread.gate.futex_value;
}

RawFinding ExplainStuck(Run& run) {
  RawFinding finding;
  const std::vector<ThreadId> cycle = FindCycle(run);
  bool waits_for_a_lock = false;
  bool missed_a_notification = false;
  for (ThreadId id = 0; id < run.thread_count(); ++id) {
    const Thread& thread = run.thread(id);
    if (thread.state != ThreadState::kAlive) continue;
    if (WaitsForLock(thread)) waits_for_a_lock = true;
    if (thread.pending.kind == OpKind::kWake && !WaitsInVain(thread)) missed_a_notification = true;
  }
  if (!cycle.empty()) {
    finding.kind = "deadlock";
    finding.message = "threads wait for each other in a cycle";
    for (const ThreadId id : cycle) {
      const Thread& thread = run.thread(id);
      finding.involved.push_back(run.Involve(id, Waiting(thread), thread.pending.object));
    }
    return finding;
  }
  finding.kind = waits_for_a_lock || !missed_a_notification ? "deadlock" : "lost-wakeup";
  finding.message = waits_for_a_lock ? "every thread waits, and who holds the lock cannot go on"
                                     : "every thread waits, and nobody is left to wake one";
  for (ThreadId id = 0; id < run.thread_count(); ++id) {
    const Thread& thread = run.thread(id);
    if (thread.state != ThreadState::kAlive) continue;
    finding.involved.push_back(run.Involve(id, Waiting(thread), thread.pending.object));
  }
  return finding;
}

bool SleepsInSemaphore(const Thread& thread) {
  static Symbolizer symbolizer;
  return symbolizer.InSemaphore(thread.sleep_stack);
}

FutexWaiters FindFutexWaiters(Run& run) {
  FutexWaiters waiters;
  for (ThreadId id = 0; id < run.thread_count(); ++id) {
    const Thread& thread = run.thread(id);
    if (thread.state != ThreadState::kAlive) continue;
    if (WaitsForLock(thread)) waiters.nobody_waits_for_a_lock = false;
    if (thread.pending.kind != OpKind::kWake) continue;
    if (!thread.gate.futex) {
      waiters.nobody_else_was_missed = false;
    } else if (WaitsInVain(thread)) {
      waiters.word_unchanged.push_back(id);
    } else {
      waiters.word_changed.push_back(id);
    }
  }
  return waiters;
}

}  // namespace racelab::explorer
