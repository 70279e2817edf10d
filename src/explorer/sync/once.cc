#include "sync/once.h"

#include "accesses.h"
#include "address_map.h"
#include "run.h"
#include "vector_clock.h"

namespace racelab::explorer {
namespace {

struct Once {
  ThreadId by = -1;  // who is at it
  bool done = false;
  VectorClock finished;
  void Reset() {
    by = -1;
    done = false;
    finished.Clear();
  }
};
AddressMap<Once> onces;

}  // namespace

void ResetOnces() { onces.Clear(); }

bool BeginOnce(const void* object, bool done, std::uintptr_t pc) {
  CheckObject(object, pc);
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(object);
  Once& once = onces.Get(address);
  Thread& self = g_run.current();
  if (once.by == self.id) {
    g_run.Fail("deadlock", "an initialization waits for itself", address, pc);
  }
  Gate gate;
  gate.object = &once;
  gate.open = [](const Thread& thread) {
    return static_cast<const Once*>(thread.gate.object)->by < 0;
  };
  g_run.PointWhen(Operation{OpKind::kOnce, 0, address, 0, pc}, gate);
  self.clock.Join(once.finished);
  if (done || once.done) return false;
  once.by = self.id;
  return true;
}

void EndOnce(const void* object, bool done) {
  Once& once = onces.Get(reinterpret_cast<std::uintptr_t>(object));
  Thread& self = g_run.current();
  once.by = -1;
  once.done = done;
  once.finished.Join(self.clock);
  self.Tick();
}

}  // namespace racelab::explorer
