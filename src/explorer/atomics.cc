#include "atomics.h"

#include "access_log.h"
#include "accesses.h"
#include "address_map.h"
#include "vector_clock.h"

namespace racelab::explorer {

Atomics g_atomics;

namespace {

struct State {
  VectorClock published;  // what an acquire load of the current value takes
  ThreadId bit_locked_by = -1;

  void Reset() {
    published.Clear();
    bit_locked_by = -1;
  }
};
AddressMap<State> states;

void CheckAccess(const AtomicPlace& place, bool write) {
  const Thread& self = g_run.current();
  if (g_run.options().record) {
    g_access_log.Add(place.address, place.size_bytes, write, true, place.pc);
  }
  if (!g_access_settings.detect_races) {
    if (g_races.IsFreed(place.address)) {
      BadAccess(Access::kFreed, place.address, place.size_bytes, write, true, place.pc);
    }
    return;
  }
  const Access access =
      g_races.Atomic(place.address, place.size_bytes, write, self.epoch(), self.clock);
  if (access != Access::kOk) {
    BadAccess(access, place.address, place.size_bytes, write, true, place.pc);
  }
}

void Take(const State& state, MemoryOrder order) {
  if (state.published.empty()) return;
  Thread& self = g_run.current();
  if (Acquires(order)) {
    self.clock.Join(state.published);
  } else {
    self.acquirable.Join(state.published);
  }
}

}  // namespace

void Atomics::Reset() { states.Clear(); }

void Atomics::Load(const AtomicPlace& place, MemoryOrder order) {
  CheckAccess(place, false);
  if (const State* state = states.Find(place.address)) Take(*state, order);
}

void Atomics::Store(const AtomicPlace& place, MemoryOrder order) {
  CheckAccess(place, true);
  Thread& self = g_run.current();
  State& state = states.Get(place.address);
  if (Releases(order)) {
    state.published.Assign(self.clock);
    self.Tick();
  } else {
    state.published.Assign(self.fenced);
  }
}

void Atomics::Update(const AtomicPlace& place, MemoryOrder order) {
  CheckAccess(place, true);
  Thread& self = g_run.current();
  State& state = states.Get(place.address);
  Take(state, order);
  if (Releases(order)) {
    state.published.Join(self.clock);
    self.Tick();
  } else {
    state.published.Join(self.fenced);
  }
}

void Atomics::Fence(MemoryOrder order) {
  Thread& self = g_run.current();
  if (Acquires(order)) self.clock.Join(self.acquirable);
  if (Releases(order)) {
    self.fenced.Assign(self.clock);
    self.Tick();
  }
}

void Atomics::NoteBitLock(const AtomicPlace& place, std::uint64_t before, std::uint64_t after) {
  if (place.size_bytes != 8) return;
  const bool locks = (before & 1) == 0 && after == (before | 1);
  if (State* state = states.Find(place.address)) {
    state->bit_locked_by = locks ? g_run.current().id : -1;
  }
}

bool Atomics::IsBitUnlock(const AtomicPlace& place, std::uint64_t before) const {
  if (place.size_bytes != 8 || (before & 1) == 0) return false;
  const State* state = states.Find(place.address);
  return state != nullptr && state->bit_locked_by == g_run.current().id;
}

}  // namespace racelab::explorer
