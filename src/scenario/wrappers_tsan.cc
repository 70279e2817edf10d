// The atomic operations of a submission in the `tsan` variant (the compiler makes each a call),
// behind a scheduling perturbation; see wrappers.cc.
//
// Fences: ThreadSanitizer does not model std::atomic_thread_fence and calls right code a race. In a
// submission that uses one, relaxed atomics are passed on as acquire and release: no right program
// is flagged; what a missing order would break there is the explorer's to find.
#include <link.h>

#include <cstdint>
#include <cstring>

#include "perturb.h"

namespace {

using racelab::perturb::SyncPoint;

// __ATOMIC_RELAXED … __ATOMIC_SEQ_CST, as the compiler passes them.
using Order = int;

// An undefined symbol of a module stands before the hashed ones in its symbol table.
bool ImportsFence(const dl_phdr_info& module) {
  const ElfW(Sym)* symbols = nullptr;
  const char* strings = nullptr;
  const std::uint32_t* gnu_hash = nullptr;
  for (int i = 0; i < module.dlpi_phnum; ++i) {
    if (module.dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
    const auto* entry =
        reinterpret_cast<const ElfW(Dyn)*>(module.dlpi_addr + module.dlpi_phdr[i].p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry) {
      if (entry->d_tag == DT_SYMTAB) symbols = reinterpret_cast<ElfW(Sym)*>(entry->d_un.d_ptr);
      if (entry->d_tag == DT_STRTAB) strings = reinterpret_cast<const char*>(entry->d_un.d_ptr);
      if (entry->d_tag == DT_GNU_HASH)
        gnu_hash = reinterpret_cast<std::uint32_t*>(entry->d_un.d_ptr);
    }
  }
  if (symbols == nullptr || strings == nullptr || gnu_hash == nullptr) return false;
  // The kernel's vDSO is not relocated by the loader, and imports nothing.
  if (reinterpret_cast<ElfW(Addr)>(symbols) < module.dlpi_addr) return false;
  const std::uint32_t first_hashed = gnu_hash[1];
  for (std::uint32_t i = 1; i < first_hashed; ++i) {
    if (std::strcmp(strings + symbols[i].st_name, "__wrap___tsan_atomic_thread_fence") == 0) {
      return true;
    }
  }
  return false;
}

const bool uses_fences = dl_iterate_phdr(
    [](dl_phdr_info* module, size_t, void*) { return ImportsFence(*module) ? 1 : 0; }, nullptr);

Order LoadOrder(Order order) {
  return uses_fences && order == __ATOMIC_RELAXED ? __ATOMIC_ACQUIRE : order;
}
Order StoreOrder(Order order) {
  return uses_fences && order == __ATOMIC_RELAXED ? __ATOMIC_RELEASE : order;
}
Order RmwOrder(Order order) {
  return uses_fences && order != __ATOMIC_SEQ_CST ? __ATOMIC_ACQ_REL : order;
}

}  // namespace

extern "C" void __tsan_atomic_thread_fence(Order order);
extern "C" void __wrap___tsan_atomic_thread_fence(Order order) {
  SyncPoint();
  return __tsan_atomic_thread_fence(order);
}

#define RACELAB_WRAP_RMW(bits, type, operation)                                      \
  extern "C" type __tsan_atomic##bits##_##operation(volatile type*, type, Order);    \
  extern "C" type __wrap___tsan_atomic##bits##_##operation(volatile type* a, type v, \
                                                           Order order) {            \
    SyncPoint();                                                                     \
    return __tsan_atomic##bits##_##operation(a, v, RmwOrder(order));                 \
  }

#define RACELAB_WRAP_CAS(bits, type, strength)                                                  \
  extern "C" int __tsan_atomic##bits##_compare_exchange_##strength(volatile type*, type*, type, \
                                                                   Order, Order);               \
  extern "C" int __wrap___tsan_atomic##bits##_compare_exchange_##strength(                      \
      volatile type* a, type* expected, type desired, Order success, Order failure) {           \
    SyncPoint();                                                                                \
    return __tsan_atomic##bits##_compare_exchange_##strength(                                   \
        a, expected, desired, RmwOrder(success), LoadOrder(failure));                           \
  }

#define RACELAB_WRAP_ATOMIC(bits, type)                                                         \
  extern "C" type __tsan_atomic##bits##_load(const volatile type*, Order);                      \
  extern "C" type __wrap___tsan_atomic##bits##_load(const volatile type* a, Order order) {      \
    SyncPoint();                                                                                \
    return __tsan_atomic##bits##_load(a, LoadOrder(order));                                     \
  }                                                                                             \
  extern "C" void __tsan_atomic##bits##_store(volatile type*, type, Order);                     \
  extern "C" void __wrap___tsan_atomic##bits##_store(volatile type* a, type v, Order order) {   \
    SyncPoint();                                                                                \
    return __tsan_atomic##bits##_store(a, v, StoreOrder(order));                                \
  }                                                                                             \
  RACELAB_WRAP_RMW(bits, type, exchange)                                                        \
  RACELAB_WRAP_RMW(bits, type, fetch_add)                                                       \
  RACELAB_WRAP_RMW(bits, type, fetch_sub)                                                       \
  RACELAB_WRAP_RMW(bits, type, fetch_and)                                                       \
  RACELAB_WRAP_RMW(bits, type, fetch_or)                                                        \
  RACELAB_WRAP_RMW(bits, type, fetch_xor)                                                       \
  RACELAB_WRAP_RMW(bits, type, fetch_nand)                                                      \
  RACELAB_WRAP_CAS(bits, type, strong)                                                          \
  RACELAB_WRAP_CAS(bits, type, weak)                                                            \
  extern "C" type __tsan_atomic##bits##_compare_exchange_val(volatile type*, type, type, Order, \
                                                             Order);                            \
  extern "C" type __wrap___tsan_atomic##bits##_compare_exchange_val(                            \
      volatile type* a, type expected, type desired, Order success, Order failure) {            \
    SyncPoint();                                                                                \
    return __tsan_atomic##bits##_compare_exchange_val(a, expected, desired, RmwOrder(success),  \
                                                      LoadOrder(failure));                      \
  }

RACELAB_WRAP_ATOMIC(8, std::uint8_t)
RACELAB_WRAP_ATOMIC(16, std::uint16_t)
RACELAB_WRAP_ATOMIC(32, std::uint32_t)
RACELAB_WRAP_ATOMIC(64, std::uint64_t)
