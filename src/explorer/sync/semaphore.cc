#include "sync/semaphore.h"

#include <errno.h>

#include "accesses.h"
#include "address_map.h"
#include "real.h"
#include "run.h"
#include "vector_clock.h"

namespace racelab::explorer {
namespace {

struct Semaphore {
  bool known = false;  // false: initialized before this execution, the value is in the object
  int value = 0;
  VectorClock posted;
  void Reset() {
    known = false;
    value = 0;
    posted.Clear();
  }
};
AddressMap<Semaphore> semaphores;

Semaphore& SemaphoreAt(sem_t* object, std::uintptr_t pc) {
  CheckObject(object, pc);
  Semaphore& semaphore = semaphores.Get(reinterpret_cast<std::uintptr_t>(object));
  if (!semaphore.known) {
    semaphore.known = true;
    RACELAB_REAL(sem_getvalue)(object, &semaphore.value);
  }
  return semaphore;
}

Operation OperationOn(OpKind kind, sem_t* object, std::uintptr_t pc) {
  return Operation{kind, 0, reinterpret_cast<std::uintptr_t>(object), 0, pc};
}

bool HasTokens(const Thread& thread) {
  return static_cast<const Semaphore*>(thread.gate.object)->value > 0;
}

}  // namespace

void ResetSemaphores() { semaphores.Clear(); }

void InitSemaphore(sem_t* object, unsigned value) {
  Semaphore& semaphore = semaphores.Get(reinterpret_cast<std::uintptr_t>(object));
  semaphore.Reset();
  semaphore.known = true;
  semaphore.value = static_cast<int>(value);
}

int WaitForSemaphore(sem_t* object, Patience patience, std::int64_t deadline_ns,
                     std::uintptr_t pc) {
  Semaphore& semaphore = SemaphoreAt(object, pc);
  const Operation operation = OperationOn(OpKind::kSemaphoreWait, object, pc);
  if (patience == Patience::kTry) {
    g_run.Point(operation);
    g_run.RecordOutcome(semaphore.value > 0);
    if (semaphore.value == 0) return EAGAIN;
  } else {
    Gate gate;
    gate.object = &semaphore;
    gate.open = &HasTokens;
    gate.may_leave = [](const Thread& thread) { return !HasTokens(thread); };
    gate.can_time_out = patience == Patience::kTimed;
    gate.deadline_ns = deadline_ns;
    if (g_run.PointWhen(operation, gate) == Outcome::kTimeout) {
      g_run.AdvanceTo(deadline_ns);
      g_run.RecordOutcome(false);
      return ETIMEDOUT;
    }
  }
  CheckObject(object, pc);
  g_run.RecordValues(static_cast<std::uint64_t>(semaphore.value),
                     static_cast<std::uint64_t>(semaphore.value - 1));
  --semaphore.value;
  g_run.current().clock.Join(semaphore.posted);
  return 0;
}

void PostSemaphore(sem_t* object, std::uintptr_t pc) {
  Semaphore& semaphore = SemaphoreAt(object, pc);
  g_run.Point(OperationOn(OpKind::kSemaphorePost, object, pc));
  CheckObject(object, pc);
  g_run.RecordValues(static_cast<std::uint64_t>(semaphore.value),
                     static_cast<std::uint64_t>(semaphore.value + 1));
  ++semaphore.value;
  semaphore.posted.Join(g_run.current().clock);
  g_run.current().Tick();
}

int SemaphoreValue(sem_t* object, std::uintptr_t pc) {
  Semaphore& semaphore = SemaphoreAt(object, pc);
  g_run.Point(OperationOn(OpKind::kSemaphoreWait, object, pc));
  return semaphore.value;
}

}  // namespace racelab::explorer
