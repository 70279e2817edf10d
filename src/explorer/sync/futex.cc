#include "sync/futex.h"

#include <errno.h>
#include <linux/futex.h>
#include <time.h>

#include <algorithm>
#include <string>

#include "accesses.h"
#include "address_map.h"
#include "run.h"
#include "sync/wait_queue.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

struct FutexWord {
  WaitQueue queue;
  void Reset() { queue.Reset(); }
};
AddressMap<FutexWord> words;

const WaitQueue& QueueOf(const Thread& thread) {
  return static_cast<const FutexWord*>(thread.gate.object)->queue;
}

long Wait(std::uintptr_t address, std::uint32_t value, std::int64_t deadline_ns,
          std::uintptr_t pc) {
  Thread& self = g_run.current();
  g_run.Point(Operation{OpKind::kFutexWait, 4, address, 0, pc});
  CheckObject(reinterpret_cast<void*>(address), pc);
  const std::uint32_t now = *reinterpret_cast<const volatile std::uint32_t*>(address);
  g_run.RecordValues(now, now);
  g_run.RecordOutcome(now == value);
  if (now != value) return -EAGAIN;
  self.sleep_stack = Run::CaptureStack(pc);  // Stuck() asks which library it sleeps in.
  FutexWord& word = words.Get(address);
  word.queue.Enter(self.id);
  Gate gate;
  gate.object = &word;
  gate.open = [](const Thread& t) { return QueueOf(t).MayWake(t.id); };
  gate.may_leave = [](const Thread& t) { return QueueOf(t).MayLeave(t.id); };
  gate.can_time_out = deadline_ns >= 0;
  gate.deadline_ns = deadline_ns;
  gate.futex = true;
  gate.futex_value = value;
  const Outcome outcome = g_run.PointWhen(Operation{OpKind::kWake, 0, address, 0, pc}, gate);
  if (outcome == Outcome::kTimeout) {
    word.queue.Leave(self.id);
    g_run.AdvanceTo(deadline_ns);
    return -ETIMEDOUT;
  }
  word.queue.Wake(self.id);
  return 0;
}

long Wake(std::uintptr_t address, std::uint32_t count, std::uintptr_t pc) {
  g_run.Point(Operation{count > 1 ? OpKind::kNotifyAll : OpKind::kNotifyOne, 0, address, 0, pc});
  FutexWord* word = words.Find(address);
  if (word == nullptr) return 0;
  const int waiters = word->queue.unnotified();
  if (static_cast<std::int64_t>(count) >= waiters) return word->queue.NotifyAll();
  for (std::uint32_t i = 0; i < count; ++i) word->queue.NotifyOne();
  return static_cast<long>(count);
}

}  // namespace

void ResetFutexes() { words.Clear(); }

long Futex(std::uintptr_t address, int operation, std::uint32_t value, const void* timeout,
           std::uintptr_t pc) {
  const timespec* time = static_cast<const timespec*>(timeout);
  switch (operation & FUTEX_CMD_MASK) {
    case FUTEX_WAIT:
      return Wait(address, value, time == nullptr ? -1 : DeadlineAfterNs(*time), pc);
    case FUTEX_WAIT_BITSET:
      return Wait(address, value, time == nullptr ? -1 : DeadlineNs(*time), pc);
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET:
      return Wake(address, value, pc);
    default:
      g_run.Unsupported("futex operation " + std::to_string(operation & FUTEX_CMD_MASK), pc);
  }
}

}  // namespace racelab::explorer
