// The model of atomic objects: which value an operation reads, and what it makes happen before
// what.
//
// Values are sequentially consistent: an operation acts on the memory itself, one at a time.
// Happens-before follows C++20 exactly: a release store, or a store after a release fence,
// publishes; read-modify-writes continue its release sequence and any other store ends it; an
// acquire load, or a later acquire fence, takes what was published. A relaxed publication orders
// nothing.
//
// Everything about memory order is behind these four functions: a weaker model changes only them.
#ifndef RACELAB_EXPLORER_ATOMICS_H_
#define RACELAB_EXPLORER_ATOMICS_H_

#include <cstddef>
#include <cstdint>

#include "run.h"

namespace racelab::explorer {

enum class MemoryOrder : std::uint8_t { kRelaxed, kConsume, kAcquire, kRelease, kAcqRel, kSeqCst };

struct AtomicPlace {
  std::uintptr_t address = 0;
  std::uint8_t size_bytes = 0;
  std::uintptr_t pc = 0;
};

class Atomics {
 public:
  void Reset();

  // All four are called after their scheduling point, inside a RuntimeScope, before the value of
  // the object is read or written by the caller.
  void Load(const AtomicPlace& place, MemoryOrder order);
  void Store(const AtomicPlace& place, MemoryOrder order);
  void Update(const AtomicPlace& place, MemoryOrder order);  // a read-modify-write that writes
  void Fence(MemoryOrder order);

  // libstdc++ 12 locks its atomic<shared_ptr> by setting bit 0 of a word and unlocks, after a load,
  // with a relaxed decrement. That is the library's promise to keep, not the program's: such an
  // unlock counts as a release. Told after each successful compare-exchange, asked before a
  // decrement.
  void NoteBitLock(const AtomicPlace& place, std::uint64_t before, std::uint64_t after);
  bool IsBitUnlock(const AtomicPlace& place, std::uint64_t before) const;
};

extern Atomics g_atomics;

inline bool Acquires(MemoryOrder order) {
  return order == MemoryOrder::kConsume || order == MemoryOrder::kAcquire ||
         order == MemoryOrder::kAcqRel || order == MemoryOrder::kSeqCst;
}
inline bool Releases(MemoryOrder order) {
  return order == MemoryOrder::kRelease || order == MemoryOrder::kAcqRel ||
         order == MemoryOrder::kSeqCst;
}

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_ATOMICS_H_
