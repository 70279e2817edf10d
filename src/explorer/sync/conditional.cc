#include "sync/conditional.h"

#include <algorithm>
#include <vector>

#include "run.h"

namespace racelab::explorer {
namespace {

struct Waiter {
  Lock* lock = nullptr;
  Predicate predicate;
  ThreadId thread = 0;
  bool shared = false;
  bool ready = false;  // it held when the lock was last released
};
std::vector<Waiter> waiters;  // few: one a waiting thread

Waiter* WaiterOf(ThreadId id) {
  for (Waiter& waiter : waiters) {
    if (waiter.thread == id) return &waiter;
  }
  return nullptr;
}

bool CanTake(const Thread& thread) {
  const Waiter& waiter = *WaiterOf(thread.id);
  return waiter.shared ? waiter.lock->owner < 0 : waiter.lock->free();
}

bool Holds(const Predicate& predicate) {
  return predicate.holds == nullptr || predicate.holds(predicate.argument);
}

// In the program's name: what it reads is looked at.
bool HoldsForCaller(const Predicate& predicate) {
  g_active = true;
  const bool holds = Holds(predicate);
  g_active = false;
  return holds;
}

}  // namespace

void ResetPredicates() { waiters.clear(); }

void LookAtPredicates(Lock& lock) {
  for (Waiter& waiter : waiters) {
    if (waiter.lock == &lock) waiter.ready = Holds(waiter.predicate);
  }
}

bool AwaitPredicate(Lock& lock, const Predicate& predicate, std::int64_t deadline_ns,
                    std::uintptr_t pc) {
  Thread& self = g_run.current();
  while (!HoldsForCaller(predicate)) {
    const bool shared = lock.owner != self.id;
    waiters.push_back(Waiter{&lock, predicate, self.id, shared, false});
    if (shared) {
      DropShared(lock);
    } else {
      DropExclusive(lock);
    }
    Gate gate;
    gate.object = &lock;
    gate.mutex = &lock;
    gate.open = [](const Thread& thread) { return WaiterOf(thread.id)->ready && CanTake(thread); };
    gate.may_leave = [](const Thread& thread) {
      return !WaiterOf(thread.id)->ready && CanTake(thread);
    };
    gate.can_time_out = deadline_ns >= 0;
    gate.deadline_ns = deadline_ns;
    const Outcome outcome =
        g_run.PointWhen(Operation{OpKind::kWake, 0, lock.address, lock.address, pc}, gate);
    std::erase_if(waiters, [&](const Waiter& waiter) { return waiter.thread == self.id; });
    if (shared) {
      TakeShared(lock);
    } else {
      TakeExclusive(lock);
    }
    if (outcome != Outcome::kTimeout) continue;
    g_run.AdvanceTo(deadline_ns);
    const bool holds = HoldsForCaller(predicate);
    g_run.RecordOutcome(holds);
    return holds;
  }
  return true;
}

}  // namespace racelab::explorer
