// Where the runtime's own areas lie: at fixed addresses, so that a program that orders or hashes
// pointers behaves the same in every run, with or without address randomization.
#ifndef RACELAB_EXPLORER_LAYOUT_H_
#define RACELAB_EXPLORER_LAYOUT_H_

#include <cstddef>
#include <cstdint>

namespace racelab::explorer {

// All are inside the part of the address space that neither the kernel nor a sanitizer uses, and
// distinct from executables, libraries and stacks in their low 44 bits (the shadow's key).
inline constexpr std::uintptr_t kHeapBegin = 0x2100'0000'0000;
inline constexpr std::size_t kHeapBytes = std::size_t{256} << 20;
inline constexpr std::uintptr_t kPersistentHeapBegin = 0x2180'0000'0000;
inline constexpr std::size_t kPersistentHeapBytes = std::size_t{1} << 30;
inline constexpr std::uintptr_t kStacksBegin = 0x2200'0000'0000;
inline constexpr std::size_t kStackStride = std::size_t{2} << 20;  // one fiber, guards included
inline constexpr std::size_t kParkedStackBytes = 256 * 1024;       // of it, for the parked thread

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_LAYOUT_H_
