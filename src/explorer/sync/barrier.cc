#include "sync/barrier.h"

#include "accesses.h"
#include "address_map.h"
#include "run.h"
#include "vector_clock.h"

namespace racelab::explorer {
namespace {

struct Barrier {
  unsigned threads = 0;  // 0: initialized before this execution
  unsigned arrived = 0;
  std::uint64_t passing = 0;  // threads whose round is complete and that have yet to go on
  std::uint64_t waiting = 0;
  VectorClock arriving;
  VectorClock complete;
  void Reset() {
    threads = arrived = 0;
    passing = waiting = 0;
    arriving.Clear();
    complete.Clear();
  }
};
AddressMap<Barrier> barriers;

// Where glibc keeps the count.
struct RealBarrier {
  unsigned in;
  unsigned round;
  unsigned threads;
};

Barrier& BarrierAt(pthread_barrier_t* object, std::uintptr_t pc) {
  CheckObject(object, pc);
  Barrier& barrier = barriers.Get(reinterpret_cast<std::uintptr_t>(object));
  if (barrier.threads == 0) barrier.threads = reinterpret_cast<RealBarrier*>(object)->threads;
  return barrier;
}

std::uint64_t Bit(ThreadId id) { return std::uint64_t{1} << id; }

}  // namespace

void ResetBarriers() { barriers.Clear(); }

void InitBarrier(pthread_barrier_t* object, unsigned threads) {
  Barrier& barrier = barriers.Get(reinterpret_cast<std::uintptr_t>(object));
  barrier.Reset();
  barrier.threads = threads;
}

bool WaitAtBarrier(pthread_barrier_t* object, std::uintptr_t pc) {
  Barrier& barrier = BarrierAt(object, pc);
  Thread& self = g_run.current();
  const Operation operation{OpKind::kBarrierWait, 0, reinterpret_cast<std::uintptr_t>(object), 0,
                            pc};
  g_run.Point(operation);
  CheckObject(object, pc);
  barrier.arriving.Join(self.clock);
  self.Tick();
  if (++barrier.arrived == barrier.threads) {
    barrier.arrived = 0;
    barrier.passing |= barrier.waiting;
    barrier.waiting = 0;
    barrier.complete.Assign(barrier.arriving);
    barrier.arriving.Clear();
    self.clock.Join(barrier.complete);
    return true;
  }
  barrier.waiting |= Bit(self.id);
  Gate gate;
  gate.object = &barrier;
  gate.open = [](const Thread& thread) {
    return (static_cast<const Barrier*>(thread.gate.object)->passing & Bit(thread.id)) != 0;
  };
  g_run.PointWhen(operation, gate);
  barrier.passing &= ~Bit(self.id);
  self.clock.Join(barrier.complete);
  return false;
}

void DestroyBarrier(pthread_barrier_t* object, std::uintptr_t pc) {
  Barrier& barrier = BarrierAt(object, pc);
  g_run.Point(Operation{OpKind::kDestroy, 0, reinterpret_cast<std::uintptr_t>(object), 0, pc});
  if (barrier.waiting != 0) {
    g_run.Fail("undefined-behaviour", "destroys a barrier that threads wait at",
               reinterpret_cast<std::uintptr_t>(object), pc);
  }
  barrier.Reset();
}

}  // namespace racelab::explorer
