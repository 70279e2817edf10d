// What compilers call for -fsanitize=thread: plain accesses and function entries.
#include <cstddef>
#include <cstdint>

#include "accesses.h"
#include "interpose.h"

using racelab::explorer::g_active;
using racelab::explorer::PlainAccess;
using racelab::explorer::PlainRange;

namespace {

std::uintptr_t AddressOf(const volatile void* p) { return reinterpret_cast<std::uintptr_t>(p); }

}  // namespace

#define ACCESS(name, size, write)                                \
  RACELAB_INTERPOSE void __tsan_##name(void* p) {                \
    PlainAccess(AddressOf(p), size, write, RACELAB_CALLER_PC()); \
  }
#define ACCESSES(size)                                                \
  ACCESS(read##size, size, false)                                     \
  ACCESS(write##size, size, true)                                     \
  ACCESS(unaligned_read##size, size, false)                           \
  ACCESS(unaligned_write##size, size, true)                           \
  ACCESS(volatile_read##size, size, false)                            \
  ACCESS(volatile_write##size, size, true)                            \
  ACCESS(unaligned_volatile_read##size, size, false)                  \
  ACCESS(unaligned_volatile_write##size, size, true)                  \
  RACELAB_INTERPOSE void __tsan_read_write##size(void* p) {           \
    PlainAccess(AddressOf(p), size, false, RACELAB_CALLER_PC());      \
    PlainAccess(AddressOf(p), size, true, RACELAB_CALLER_PC());       \
  }                                                                   \
  RACELAB_INTERPOSE void __tsan_unaligned_read_write##size(void* p) { \
    PlainAccess(AddressOf(p), size, false, RACELAB_CALLER_PC());      \
    PlainAccess(AddressOf(p), size, true, RACELAB_CALLER_PC());       \
  }

ACCESSES(1)
ACCESSES(2)
ACCESSES(4)
ACCESSES(8)
ACCESSES(16)

RACELAB_INTERPOSE void __tsan_init() {}
RACELAB_INTERPOSE void __tsan_func_entry(void*) {}
RACELAB_INTERPOSE void __tsan_func_exit() {}

RACELAB_INTERPOSE void __tsan_vptr_read(void** p) {
  PlainAccess(AddressOf(p), sizeof(*p), false, RACELAB_CALLER_PC());
}
// Destructors of a hierarchy store what is already there: no change, no race.
RACELAB_INTERPOSE void __tsan_vptr_update(void** p, void* value) {
  if (*p != value) PlainAccess(AddressOf(p), sizeof(*p), true, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void __tsan_read_range(void* p, std::size_t bytes) {
  if (g_active) PlainRange(AddressOf(p), bytes, false, RACELAB_CALLER_PC());
}
RACELAB_INTERPOSE void __tsan_write_range(void* p, std::size_t bytes) {
  if (g_active) PlainRange(AddressOf(p), bytes, true, RACELAB_CALLER_PC());
}
