#include "sync/annotated.h"

#include <cstdint>

#include "address_map.h"
#include "run.h"
#include "sync/lock.h"
#include "vector_clock.h"

namespace racelab::explorer {
namespace {

struct Released {
  VectorClock clock;
  void Reset() { clock.Clear(); }
};
AddressMap<Released> released;

}  // namespace

void ResetAnnotated() { released.Clear(); }

void AnnotatedRelease(const void* object) {
  RuntimeScope scope;
  Thread& self = g_run.current();
  released.Get(reinterpret_cast<std::uintptr_t>(object)).clock.Join(self.clock);
  self.Tick();
}

void AnnotatedAcquire(const void* object) {
  RuntimeScope scope;
  const Released* known = released.Find(reinterpret_cast<std::uintptr_t>(object));
  if (known != nullptr) g_run.current().clock.Join(known->clock);
}

void AnnotatedMutexCreated(const void* mutex) {
  RuntimeScope scope;
  LockAt(mutex).Reset();
}

}  // namespace racelab::explorer
