#include "sync/condition.h"

#include "accesses.h"
#include "address_map.h"
#include "sync/wait_queue.h"

namespace racelab::explorer {
namespace {

struct Condition {
  WaitQueue queue;
  void Reset() { queue.Reset(); }
};
AddressMap<Condition> conditions;

Condition& ConditionAt(const void* object, std::uintptr_t pc) {
  CheckObject(object, pc);
  return conditions.Get(reinterpret_cast<std::uintptr_t>(object));
}

const WaitQueue& QueueOf(const Thread& thread) {
  return static_cast<const Condition*>(thread.gate.object)->queue;
}

}  // namespace

void ResetConditions() { conditions.Clear(); }

Outcome WaitForCondition(const void* object, Lock& lock, std::int64_t deadline_ns,
                         std::uintptr_t pc) {
  Condition& condition = ConditionAt(object, pc);
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(object);
  Thread& self = g_run.current();
  const bool shared = lock.owner != self.id;
  if (shared && (lock.readers >> self.id & 1) == 0) {
    g_run.Fail("undefined-behaviour",
               "waits on a condition variable with a mutex that it does not hold", lock.address,
               pc);
  }
  g_run.Point(Operation{OpKind::kWait, 0, address, lock.address, pc});
  const int depth = lock.depth;
  if (shared) {
    DropShared(lock);
  } else {
    DropExclusive(lock);
  }
  condition.queue.Enter(self.id);

  Gate gate;
  gate.object = &condition;
  gate.mutex = &lock;
  gate.open = [](const Thread& t) { return QueueOf(t).MayWake(t.id) && IsMutexFree(t); };
  gate.may_leave = [](const Thread& t) { return QueueOf(t).MayLeave(t.id) && IsMutexFree(t); };
  gate.can_time_out = deadline_ns >= 0;
  gate.deadline_ns = deadline_ns;
  gate.can_wake_spuriously = true;
  const Outcome outcome =
      g_run.PointWhen(Operation{OpKind::kWake, 0, address, lock.address, pc}, gate);
  if (outcome == Outcome::kProceed) {
    condition.queue.Wake(self.id);
  } else {
    condition.queue.Leave(self.id);
  }
  if (outcome == Outcome::kTimeout) g_run.AdvanceTo(deadline_ns);
  g_run.RecordOutcome(outcome != Outcome::kTimeout);
  if (shared) {
    TakeShared(lock);
  } else {
    TakeExclusive(lock);
    lock.depth = depth;
  }
  return outcome;
}

void NotifyCondition(const void* object, bool all, std::uintptr_t pc) {
  Condition& condition = ConditionAt(object, pc);
  g_run.Point(Operation{all ? OpKind::kNotifyAll : OpKind::kNotifyOne, 0,
                        reinterpret_cast<std::uintptr_t>(object), 0, pc});
  // Another thread may have freed it while this one waited for its turn.
  CheckObject(object, pc);
  if (all) {
    condition.queue.NotifyAll();
  } else {
    condition.queue.NotifyOne();
  }
}

void DestroyCondition(const void* object, std::uintptr_t pc) {
  Condition& condition = ConditionAt(object, pc);
  g_run.Point(Operation{OpKind::kDestroy, 0, reinterpret_cast<std::uintptr_t>(object), 0, pc});
  if (!condition.queue.empty()) {
    g_run.Fail("undefined-behaviour", "destroys a condition variable that threads wait on",
               reinterpret_cast<std::uintptr_t>(object), pc);
  }
  condition.Reset();
}

}  // namespace racelab::explorer
