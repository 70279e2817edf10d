#include "race_detector.h"

#include <sys/mman.h>

#include <algorithm>

#include "panic.h"
#include "real.h"

namespace racelab::explorer {
namespace {

// Marking more of a large freed block would cost more than it finds.
constexpr std::size_t kFreedBytesMarkedMax = 1 << 16;

}  // namespace

RaceDetector g_races;

void RaceDetector::Create() {
  if (cells_ != nullptr) return;
  void* shadow = real_mmap(nullptr, ((kKeyMask + 1) / 8) * sizeof(Cell), PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (shadow == MAP_FAILED) {
    Panic("cannot reserve 32 TiB of addresses for shadow memory (is RLIMIT_AS set?)");
  }
  madvise(shadow, ((kKeyMask + 1) / 8) * sizeof(Cell), MADV_NOHUGEPAGE);
  madvise(shadow, ((kKeyMask + 1) / 8) * sizeof(Cell), MADV_DONTDUMP);
  cells_ = static_cast<Cell*>(shadow);
}

void RaceDetector::Reset() {
  ++generation_;
  RACELAB_CHECK(generation_ != 0);
  readers_used_ = 0;
  bytes_used_ = 0;
  atomics_.Clear();
}

RaceDetector::Cell& RaceDetector::Fresh(Cell& cell) {
  if (cell.generation != generation_) cell = Cell{0, 0, generation_, 0, 0, 0};
  return cell;
}

VectorClock& RaceDetector::NewReaders(std::uint32_t* index) {
  if (readers_used_ == readers_.size()) readers_.emplace_back();
  *index = readers_used_++;
  readers_[*index].Clear();
  return readers_[*index];
}

void RaceDetector::Expand(Cell& cell) {
  if (bytes_used_ == bytes_.size()) bytes_.emplace_back();
  Bytes& bytes = bytes_[bytes_used_];
  for (int i = 0; i < 8; ++i) {
    bytes.of[i] = ByteState();
    if ((cell.mask >> i & 1) == 0) continue;
    bytes.of[i].w = cell.w;
    bytes.of[i].r = cell.r;
    if ((cell.flags & kReadShared) == 0) continue;
    bytes.of[i].read_shared = true;
    NewReaders(&bytes.of[i].r).Assign(readers_[cell.r]);
  }
  cell.w = bytes_used_++;
  cell.r = 0;
  cell.flags = static_cast<std::uint8_t>((cell.flags & ~kReadShared) | kExpanded);
}

Access RaceDetector::Check(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                           const VectorClock& seen) {
  while (size > 0) {
    const std::size_t here = std::min<std::size_t>(size, 8 - (address & 7));
    const Access access = CheckCell(address, MaskOf(address, here), write, now, seen);
    if (access != Access::kOk) return access;
    address += here;
    size -= here;
  }
  return Access::kOk;
}

Access RaceDetector::CheckCell(std::uintptr_t address, std::uint8_t mask, bool write, Epoch now,
                               const VectorClock& seen) {
  Cell& cell = Fresh(*CellOf(address));
  race_.address = address;
  if ((cell.flags & kFreed) != 0) return Access::kFreed;
  if ((cell.flags & kAtomic) != 0 &&
      !CheckAtomics(address & ~std::uintptr_t{7}, mask, write, seen)) {
    return Access::kRace;
  }
  if ((cell.flags & kExpanded) == 0) {
    if (cell.mask == 0) cell.mask = mask;
    if (cell.mask == mask) {
      ByteState state{cell.w, cell.r, (cell.flags & kReadShared) != 0};
      if (!CheckState(state, write, now, seen)) return Access::kRace;
      cell.w = state.w;
      cell.r = state.r;
      cell.flags = static_cast<std::uint8_t>((cell.flags & ~kReadShared) |
                                             (state.read_shared ? kReadShared : 0));
      return Access::kOk;
    }
    Expand(cell);
  }
  cell.mask |= mask;
  for (int i = 0; i < 8; ++i) {
    if ((mask >> i & 1) == 0) continue;
    race_.address = (address & ~std::uintptr_t{7}) + static_cast<std::uintptr_t>(i);
    if (!CheckState(bytes_[cell.w].of[i], write, now, seen)) return Access::kRace;
  }
  return Access::kOk;
}

// The rules of FastTrack. False is a race, described in race_.
bool RaceDetector::CheckState(ByteState& state, bool write, Epoch now, const VectorClock& seen) {
  race_.previous_was_atomic = false;
  const Epoch last_write = Epoch::FromBits(state.w);
  const Epoch last_read = state.read_shared ? Epoch() : Epoch::FromBits(state.r);
  if (last_write.ever() && !seen.Saw(last_write)) {
    race_.previous = last_write;
    race_.previous_was_write = true;
    return false;
  }
  if (!write) {
    if (state.read_shared) {
      readers_[state.r].Set(now.thread(), now.clock());
    } else if (!last_read.ever() || seen.Saw(last_read)) {
      state.r = now.bits();
    } else {
      std::uint32_t index;
      VectorClock& readers = NewReaders(&index);
      readers.Set(last_read.thread(), last_read.clock());
      readers.Set(now.thread(), now.clock());
      state.r = index;
      state.read_shared = true;
    }
    return true;
  }
  race_.previous_was_write = false;
  if (state.read_shared) {
    const int reader = readers_[state.r].FirstNotSeenBy(seen);
    if (reader >= 0) {
      race_.previous = Epoch(reader, readers_[state.r].Get(reader));
      return false;
    }
  } else if (last_read.ever() && !seen.Saw(last_read)) {
    race_.previous = last_read;
    return false;
  }
  // Whoever races with those reads races with this write too.
  state = ByteState{now.bits(), 0, false};
  return true;
}

bool RaceDetector::CheckAtomics(std::uintptr_t granule, std::uint8_t mask, bool write,
                                const VectorClock& seen) {
  for (std::uintptr_t i = 0; i < 8; ++i) {
    const AtomicAccesses* accesses = atomics_.Find(granule + i);
    if (accesses == nullptr || (accesses->mask & mask) == 0) continue;
    const VectorClock* clocks[] = {&accesses->writes, write ? &accesses->reads : nullptr};
    for (const VectorClock* clock : clocks) {
      const int other = clock == nullptr ? -1 : clock->FirstNotSeenBy(seen);
      if (other < 0) continue;
      race_ = Race{granule + i, Epoch(other, clock->Get(other)), clock == clocks[0], true};
      return false;
    }
  }
  return true;
}

Access RaceDetector::Atomic(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                            const VectorClock& seen) {
  for (; size > 0;) {
    const std::size_t here = std::min<std::size_t>(size, 8 - (address & 7));
    const std::uint8_t mask = MaskOf(address, here);
    Cell& cell = Fresh(*CellOf(address));
    race_.address = address;
    if ((cell.flags & kFreed) != 0) return Access::kFreed;
    if (!CheckPlainBefore(cell, address, mask, write, seen)) return Access::kRace;
    cell.flags |= kAtomic;
    AtomicAccesses& accesses = atomics_.Get(address);
    accesses.mask |= mask;
    (write ? accesses.writes : accesses.reads).Set(now.thread(), now.clock());
    address += here;
    size -= here;
  }
  return Access::kOk;
}

bool RaceDetector::CheckPlainBefore(const Cell& cell, std::uintptr_t address, std::uint8_t mask,
                                    bool write, const VectorClock& seen) {
  if ((cell.flags & kExpanded) == 0) {
    if ((cell.mask & mask) == 0) return true;
    return CheckPlain(ByteState{cell.w, cell.r, (cell.flags & kReadShared) != 0}, write, seen);
  }
  for (std::uintptr_t i = 0; i < 8; ++i) {
    if ((mask >> i & 1) == 0) continue;
    race_.address = (address & ~std::uintptr_t{7}) + i;
    if (!CheckPlain(bytes_[cell.w].of[i], write, seen)) return false;
  }
  return true;
}

bool RaceDetector::CheckPlain(const ByteState& state, bool write, const VectorClock& seen) {
  race_.previous_was_atomic = false;
  race_.previous = Epoch::FromBits(state.w);
  race_.previous_was_write = true;
  if (race_.previous.ever() && !seen.Saw(race_.previous)) return false;
  if (!write) return true;
  race_.previous_was_write = false;
  if (state.read_shared) {
    const int reader = readers_[state.r].FirstNotSeenBy(seen);
    if (reader >= 0) race_.previous = Epoch(reader, readers_[state.r].Get(reader));
    return reader < 0;
  }
  race_.previous = Epoch::FromBits(state.r);
  return !race_.previous.ever() || seen.Saw(race_.previous);
}

Access RaceDetector::Range(std::uintptr_t address, std::size_t bytes, bool write, Epoch now,
                           const VectorClock& seen) {
  return Check(address, bytes, write, now, seen);
}

void RaceDetector::MarkFreed(std::uintptr_t address, std::size_t bytes) {
  const std::size_t marked = std::min(bytes, kFreedBytesMarkedMax);
  for (std::size_t i = 0; i < marked; i += 8) {
    *CellOf(address + i) = Cell{0, 0, generation_, 0, kFreed, 0};
  }
}

void RaceDetector::Forget(std::uintptr_t address, std::size_t bytes) {
  for (std::uintptr_t a = address & ~std::uintptr_t{7}; a < address + bytes; a += 8) {
    CellOf(a)->generation = 0;
    for (std::uintptr_t b = a; b < a + 8; ++b) atomics_.Renew(b);
  }
}

}  // namespace racelab::explorer
