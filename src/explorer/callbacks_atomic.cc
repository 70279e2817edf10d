// What compilers call for -fsanitize=thread in place of atomic operations.
//
// There is one OS thread, so that the operations themselves need no atomic instruction.
#include <cstdint>

#include "atomics.h"
#include "interpose.h"
#include "polling.h"

namespace racelab::explorer {
namespace {

MemoryOrder OrderOf(int order) { return static_cast<MemoryOrder>(order & 7); }

template <typename T>
AtomicPlace PlaceOf(const volatile T* p, std::uintptr_t pc) {
  return {reinterpret_cast<std::uintptr_t>(p), sizeof(T), pc};
}

Operation OperationAt(OpKind kind, const AtomicPlace& place) {
  return Operation{kind, place.size_bytes, place.address, 0, place.pc};
}

// Loops that wait for a value by loading it (libstdc++ does so a dozen times before it sleeps)
// would multiply schedules. Where nobody has done anything since the same load read the same value,
// there is nothing new to be seen: from the third time on it is no scheduling point, up to a limit,
// where the thread gives way.
constexpr int kSpinsAsPoints = 2;
constexpr int kSpinsMax = 20;

bool IsSpinning(Thread& self, const AtomicPlace& place, std::uint64_t value) {
  const bool again = self.spin_pc == place.pc && self.spin_address == place.address &&
                     self.spin_value == value && self.spin_step == g_run.steps();
  if (!again) {
    self.spins = 0;
    return false;
  }
  if (++self.spins < kSpinsAsPoints) return false;
  if (self.spins < kSpinsMax) return true;
  self.spins = 0;
  g_run.Point(Operation{OpKind::kYield, 0, 0, 0, place.pc});
  return false;
}

void NoteLoad(Thread& self, const AtomicPlace& place, std::uint64_t value) {
  self.spin_pc = place.pc;
  self.spin_address = place.address;
  self.spin_value = value;
  self.spin_step = g_run.steps();
}

template <typename T>
T Load(const volatile T* p, int order, std::uintptr_t pc) {
  if (!g_active) return *p;
  RuntimeScope scope;
  const AtomicPlace place = PlaceOf(p, pc);
  Thread& self = g_run.current();
  const bool spinning = IsSpinning(self, place, static_cast<std::uint64_t>(*p));
  if (!spinning) g_run.Point(OperationAt(OpKind::kAtomicLoad, place));
  g_atomics.Load(place, OrderOf(order));
  const T value = *p;
  const std::uint64_t bits = static_cast<std::uint64_t>(value);
  NoteLoad(self, place, bits);
  if (!spinning) {
    g_run.RecordValues(bits, bits);
  } else if (g_polling.forbidden()) {
    g_polling.LookAgain(self, OperationAt(OpKind::kAtomicLoad, place), bits);
  }
  return value;
}

template <typename T>
void Store(volatile T* p, T value, int order, std::uintptr_t pc) {
  if (!g_active) {
    *p = value;
    return;
  }
  RuntimeScope scope;
  const AtomicPlace place = PlaceOf(p, pc);
  g_run.Point(OperationAt(OpKind::kAtomicStore, place));
  g_atomics.Store(place, OrderOf(order));
  g_run.RecordValues(static_cast<std::uint64_t>(*p), static_cast<std::uint64_t>(value));
  *p = value;
}

// `change` maps the old value to the new one.
template <typename T, typename F>
T Update(volatile T* p, int order, std::uintptr_t pc, F change) {
  if (!g_active) {
    const T before = *p;
    *p = change(before);
    return before;
  }
  RuntimeScope scope;
  const AtomicPlace place = PlaceOf(p, pc);
  g_run.Point(OperationAt(OpKind::kAtomicRmw, place));
  const T before = *p;
  const T after = change(before);
  MemoryOrder memory_order = OrderOf(order);
  if (memory_order == MemoryOrder::kRelaxed && after == static_cast<T>(before - 1) &&
      g_atomics.IsBitUnlock(place, static_cast<std::uint64_t>(before))) {
    memory_order = MemoryOrder::kRelease;
  }
  g_atomics.Update(place, memory_order);
  g_run.RecordValues(static_cast<std::uint64_t>(before), static_cast<std::uint64_t>(after));
  *p = after;
  return before;
}

template <typename T>
bool CompareExchange(volatile T* p, T* expected, T desired, int success, int failure,
                     std::uintptr_t pc) {
  if (!g_active) {
    const T before = *p;
    if (before == *expected) {
      *p = desired;
      return true;
    }
    *expected = before;
    return false;
  }
  RuntimeScope scope;
  const AtomicPlace place = PlaceOf(p, pc);
  g_run.Point(OperationAt(OpKind::kAtomicRmw, place));
  const T before = *p;
  const bool equal = before == *expected;
  if (equal) {
    g_atomics.Update(place, OrderOf(success));
    *p = desired;
    g_atomics.NoteBitLock(place, static_cast<std::uint64_t>(before),
                          static_cast<std::uint64_t>(desired));
  } else {
    g_atomics.Load(place, OrderOf(failure));
    *expected = before;
  }
  g_run.RecordValues(static_cast<std::uint64_t>(before),
                     static_cast<std::uint64_t>(equal ? desired : before));
  g_run.RecordOutcome(equal);
  return equal;
}

void Fence(int order, std::uintptr_t pc) {
  if (!g_active || OrderOf(order) == MemoryOrder::kRelaxed) return;
  RuntimeScope scope;
  g_run.Point(Operation{OpKind::kFence, 0, 0, 0, pc});
  g_atomics.Fence(OrderOf(order));
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

using U8 = std::uint8_t;
using U16 = std::uint16_t;
using U32 = std::uint32_t;
using U64 = std::uint64_t;
using U128 = unsigned __int128;

#define FETCH(bits, T, name, expression)                                                  \
  RACELAB_INTERPOSE T __tsan_atomic##bits##_##name(volatile T* p, T operand, int order) { \
    return Update(p, order, RACELAB_CALLER_PC(),                                          \
                  [operand](T old) { return static_cast<T>(expression); });               \
  }

#define ATOMIC(bits, T)                                                                   \
  RACELAB_INTERPOSE T __tsan_atomic##bits##_load(const volatile T* p, int order) {        \
    return Load(p, order, RACELAB_CALLER_PC());                                           \
  }                                                                                       \
  RACELAB_INTERPOSE void __tsan_atomic##bits##_store(volatile T* p, T value, int order) { \
    Store(p, value, order, RACELAB_CALLER_PC());                                          \
  }                                                                                       \
  FETCH(bits, T, exchange, (static_cast<void>(old), operand))                             \
  FETCH(bits, T, fetch_add, old + operand)                                                \
  FETCH(bits, T, fetch_sub, old - operand)                                                \
  FETCH(bits, T, fetch_and, old& operand)                                                 \
  FETCH(bits, T, fetch_or, old | operand)                                                 \
  FETCH(bits, T, fetch_xor, old ^ operand)                                                \
  FETCH(bits, T, fetch_nand, ~(old & operand))                                            \
  RACELAB_INTERPOSE int __tsan_atomic##bits##_compare_exchange_strong(                    \
      volatile T* p, T* expected, T desired, int success, int failure) {                  \
    return CompareExchange(p, expected, desired, success, failure, RACELAB_CALLER_PC());  \
  }                                                                                       \
  RACELAB_INTERPOSE int __tsan_atomic##bits##_compare_exchange_weak(                      \
      volatile T* p, T* expected, T desired, int success, int failure) {                  \
    return CompareExchange(p, expected, desired, success, failure, RACELAB_CALLER_PC());  \
  }                                                                                       \
  RACELAB_INTERPOSE T __tsan_atomic##bits##_compare_exchange_val(                         \
      volatile T* p, T expected, T desired, int success, int failure) {                   \
    CompareExchange(p, &expected, desired, success, failure, RACELAB_CALLER_PC());        \
    return expected;                                                                      \
  }

ATOMIC(8, U8)
ATOMIC(16, U16)
ATOMIC(32, U32)
ATOMIC(64, U64)
ATOMIC(128, U128)

RACELAB_INTERPOSE void __tsan_atomic_thread_fence(int order) { Fence(order, RACELAB_CALLER_PC()); }
RACELAB_INTERPOSE void __tsan_atomic_signal_fence(int) {}
