// Happens-before data races, per byte: FastTrack (Flanagan and Freund, PLDI 2009).
//
// Eight bytes of the program share one cell while they have been accessed alike (one mask, one last
// write, one set of last reads), which is nearly always; otherwise the cell points to a state for
// each byte. Nothing is ever evicted: a race that the vector clocks show is reported.
//
// Forgetting everything is O(1): a cell counts only if it carries the current generation.
#ifndef RACELAB_EXPLORER_RACE_DETECTOR_H_
#define RACELAB_EXPLORER_RACE_DETECTOR_H_

#include <cstddef>
#include <cstdint>
#include <deque>

#include "address_map.h"
#include "vector_clock.h"

namespace racelab::explorer {

struct Race {
  std::uintptr_t address = 0;
  Epoch previous;
  bool previous_was_write = false;
  bool previous_was_atomic = false;
};

enum class Access : std::uint8_t { kOk, kRace, kFreed };

class RaceDetector {
 public:
  // Reserves the shadow's addresses; memory is used only for what the program touches.
  void Create();
  void Reset();

  // One plain access by the thread that is at `now` and has seen `seen`. `size` is at most 16.
  Access Read(std::uintptr_t address, std::size_t size, Epoch now, const VectorClock& seen) {
    const Cell& cell = *CellOf(address);
    if (cell.r == now.bits() && cell.generation == generation_ && cell.flags == 0 &&
        cell.mask == MaskOf(address, size)) {
      return Access::kOk;
    }
    return Check(address, size, false, now, seen);
  }
  Access Write(std::uintptr_t address, std::size_t size, Epoch now, const VectorClock& seen) {
    const Cell& cell = *CellOf(address);
    if (cell.w == now.bits() && cell.generation == generation_ && cell.flags == 0 &&
        cell.mask == MaskOf(address, size)) {
      return Access::kOk;
    }
    return Check(address, size, true, now, seen);
  }
  // The same for ranges of any length.
  Access Range(std::uintptr_t address, std::size_t bytes, bool write, Epoch now,
               const VectorClock& seen);
  // Atomic accesses race with plain ones only.
  Access Atomic(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                const VectorClock& seen);

  bool IsFreed(std::uintptr_t address) const {
    const Cell& cell = *CellOf(address);
    return cell.generation == generation_ && (cell.flags & kFreed) != 0;
  }
  void MarkFreed(std::uintptr_t address, std::size_t bytes);
  // The memory begins a new life: what was done to it does not count.
  void Forget(std::uintptr_t address, std::size_t bytes);

  // The last kRace.
  const Race& race() const { return race_; }

 private:
  enum : std::uint8_t { kReadShared = 1, kExpanded = 2, kAtomic = 4, kFreed = 8 };

  // `w` and `r` are epochs of the last write and read of the bytes in `mask`; with kReadShared, `r`
  // is the index of a vector clock of reads; with kExpanded, `w` is the index of a state a byte.
  struct Cell {
    std::uint32_t w;
    std::uint32_t r;
    std::uint32_t generation;
    std::uint8_t mask;
    std::uint8_t flags;
    std::uint16_t unused;
  };
  struct ByteState {
    std::uint32_t w = 0;
    std::uint32_t r = 0;
    bool read_shared = false;
  };
  struct Bytes {
    ByteState of[8];
  };
  // Of an atomic object, kept at its first byte in each cell.
  struct AtomicAccesses {
    std::uint8_t mask = 0;
    VectorClock reads;
    VectorClock writes;
    void Reset() {
      mask = 0;
      reads.Clear();
      writes.Clear();
    }
  };

  static std::uint8_t MaskOf(std::uintptr_t address, std::size_t size) {
    return static_cast<std::uint8_t>(((1u << size) - 1) << (address & 7));
  }
  Cell* CellOf(std::uintptr_t address) const { return cells_ + ((address & kKeyMask) >> 3); }

  Access Check(std::uintptr_t address, std::size_t size, bool write, Epoch now,
               const VectorClock& seen);
  Access CheckCell(std::uintptr_t address, std::uint8_t mask, bool write, Epoch now,
                   const VectorClock& seen);
  bool CheckState(ByteState& state, bool write, Epoch now, const VectorClock& seen);
  bool CheckPlainBefore(const Cell& cell, std::uintptr_t address, std::uint8_t mask, bool write,
                        const VectorClock& seen);
  bool CheckPlain(const ByteState& state, bool write, const VectorClock& seen);
  bool CheckAtomics(std::uintptr_t address, std::uint8_t mask, bool write, const VectorClock& seen);
  Cell& Fresh(Cell& cell);
  void Expand(Cell& cell);
  VectorClock& NewReaders(std::uint32_t* index);

  // Executables, libraries, stacks and our own areas differ in their low 44 bits.
  static constexpr std::uintptr_t kKeyMask = (std::uintptr_t{1} << 44) - 1;

  Cell* cells_ = nullptr;
  std::uint32_t generation_ = 0;
  Race race_;
  std::deque<VectorClock> readers_;
  std::uint32_t readers_used_ = 0;
  std::deque<Bytes> bytes_;
  std::uint32_t bytes_used_ = 0;
  AddressMap<AtomicAccesses> atomics_;
};

extern RaceDetector g_races;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_RACE_DETECTOR_H_
