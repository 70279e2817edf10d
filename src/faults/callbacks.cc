// What compilers call for -fsanitize=thread. An access to memory that is shared between processes
// is a step of its process; all others are only done.
#include <cstddef>
#include <cstdint>

#include "process.h"
#include "shared_memory.h"

using racelab::faults::ArriveAtAccess;

namespace {

std::uintptr_t AddressOf(const volatile void* p) { return reinterpret_cast<std::uintptr_t>(p); }

constexpr char kReads[] = "read of shared memory";
constexpr char kWrites[] = "write to shared memory";
constexpr char kLoads[] = "atomic load";
constexpr char kStores[] = "atomic store";
constexpr char kUpdates[] = "atomic read-modify-write";

}  // namespace

#define CALLBACK extern "C" __attribute__((visibility("default"), used, noinline))

#define ACCESS(name, text) \
  CALLBACK void __tsan_##name(void* p) { ArriveAtAccess(text, AddressOf(p), RACELAB_PC()); }
#define ACCESSES(size)                            \
  ACCESS(read##size, kReads)                      \
  ACCESS(write##size, kWrites)                    \
  ACCESS(unaligned_read##size, kReads)            \
  ACCESS(unaligned_write##size, kWrites)          \
  ACCESS(volatile_read##size, kReads)             \
  ACCESS(volatile_write##size, kWrites)           \
  ACCESS(unaligned_volatile_read##size, kReads)   \
  ACCESS(unaligned_volatile_write##size, kWrites) \
  ACCESS(read_write##size, kWrites)               \
  ACCESS(unaligned_read_write##size, kWrites)

ACCESSES(1)
ACCESSES(2)
ACCESSES(4)
ACCESSES(8)
ACCESSES(16)

CALLBACK void __tsan_init() {}
CALLBACK void __tsan_func_entry(void* pc) { racelab::faults::PushCaller(AddressOf(pc)); }
CALLBACK void __tsan_func_exit() { racelab::faults::PopCaller(); }
CALLBACK void __tsan_vptr_read(void**) {}
CALLBACK void __tsan_vptr_update(void**, void*) {}
CALLBACK void __tsan_read_range(void* p, std::size_t) {
  ArriveAtAccess(kReads, AddressOf(p), RACELAB_PC());
}
CALLBACK void __tsan_write_range(void* p, std::size_t) {
  ArriveAtAccess(kWrites, AddressOf(p), RACELAB_PC());
}
CALLBACK void __tsan_atomic_thread_fence(int) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }
CALLBACK void __tsan_atomic_signal_fence(int) {}

// Every order is done as the strongest: what a weaker one allows is not modelled here.
#define UPDATE(bits, T, name, builtin)                                   \
  CALLBACK T __tsan_atomic##bits##_##name(volatile T* p, T value, int) { \
    ArriveAtAccess(kUpdates, AddressOf(p), RACELAB_PC());                \
    return builtin(p, value, __ATOMIC_SEQ_CST);                          \
  }
#define COMPARE(bits, T, strength)                                                           \
  CALLBACK int __tsan_atomic##bits##_compare_exchange_##strength(volatile T* p, T* expected, \
                                                                 T desired, int, int) {      \
    ArriveAtAccess(kUpdates, AddressOf(p), RACELAB_PC());                                    \
    return __atomic_compare_exchange_n(p, expected, desired, false, __ATOMIC_SEQ_CST,        \
                                       __ATOMIC_SEQ_CST);                                    \
  }
#define ATOMIC(bits, T)                                                                            \
  CALLBACK T __tsan_atomic##bits##_load(const volatile T* p, int) {                                \
    ArriveAtAccess(kLoads, AddressOf(p), RACELAB_PC());                                            \
    return __atomic_load_n(p, __ATOMIC_SEQ_CST);                                                   \
  }                                                                                                \
  CALLBACK void __tsan_atomic##bits##_store(volatile T* p, T value, int) {                         \
    ArriveAtAccess(kStores, AddressOf(p), RACELAB_PC());                                           \
    __atomic_store_n(p, value, __ATOMIC_SEQ_CST);                                                  \
  }                                                                                                \
  UPDATE(bits, T, exchange, __atomic_exchange_n)                                                   \
  UPDATE(bits, T, fetch_add, __atomic_fetch_add)                                                   \
  UPDATE(bits, T, fetch_sub, __atomic_fetch_sub)                                                   \
  UPDATE(bits, T, fetch_and, __atomic_fetch_and)                                                   \
  UPDATE(bits, T, fetch_or, __atomic_fetch_or)                                                     \
  UPDATE(bits, T, fetch_xor, __atomic_fetch_xor)                                                   \
  UPDATE(bits, T, fetch_nand, __atomic_fetch_nand)                                                 \
  COMPARE(bits, T, strong)                                                                         \
  COMPARE(bits, T, weak)                                                                           \
  CALLBACK T __tsan_atomic##bits##_compare_exchange_val(volatile T* p, T expected, T desired, int, \
                                                        int) {                                     \
    ArriveAtAccess(kUpdates, AddressOf(p), RACELAB_PC());                                          \
    __atomic_compare_exchange_n(p, &expected, desired, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    return expected;                                                                               \
  }

ATOMIC(8, std::uint8_t)
ATOMIC(16, std::uint16_t)
ATOMIC(32, std::uint32_t)
ATOMIC(64, std::uint64_t)

// How Abseil tells ThreadSanitizer about its locks. Nobody here needs to know.
#define IGNORED(name, ...) \
  CALLBACK void name(__VA_ARGS__) {}

IGNORED(__tsan_mutex_create, void*, unsigned)
IGNORED(__tsan_mutex_destroy, void*, unsigned)
IGNORED(__tsan_mutex_pre_lock, void*, unsigned)
IGNORED(__tsan_mutex_post_lock, void*, unsigned, int)
CALLBACK int __tsan_mutex_pre_unlock(void*, unsigned) { return 0; }
IGNORED(__tsan_mutex_post_unlock, void*, unsigned)
IGNORED(__tsan_mutex_pre_signal, void*, unsigned)
IGNORED(__tsan_mutex_post_signal, void*, unsigned)
IGNORED(__tsan_mutex_pre_divert, void*, unsigned)
IGNORED(__tsan_mutex_post_divert, void*, unsigned)
IGNORED(AnnotateIgnoreReadsBegin, const char*, int)
IGNORED(AnnotateIgnoreReadsEnd, const char*, int)
IGNORED(AnnotateIgnoreWritesBegin, const char*, int)
IGNORED(AnnotateIgnoreWritesEnd, const char*, int)
IGNORED(AnnotateBenignRaceSized, const char*, int, const volatile void*, std::size_t, const char*)
IGNORED(AnnotateRWLockCreate, const char*, int, const volatile void*)
IGNORED(AnnotateRWLockCreateStatic, const char*, int, const volatile void*)
IGNORED(AnnotateRWLockDestroy, const char*, int, const volatile void*)
IGNORED(AnnotateRWLockAcquired, const char*, int, const volatile void*, long)
IGNORED(AnnotateRWLockReleased, const char*, int, const volatile void*, long)
