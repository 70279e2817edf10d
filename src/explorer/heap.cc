#include "heap.h"

#include <string.h>
#include <sys/mman.h>

#include <algorithm>

#include "panic.h"
#include "real.h"

namespace racelab::explorer {
namespace {

// In front of each block: its index, so that free() finds it at once. Sealed, so that a pointer
// into the middle of a block is not taken for one.
struct Header {
  std::uint64_t index;
  std::uint64_t seal;
};
constexpr std::uint64_t kSeal = 0x5ac1ab5ea1ed0ff5;
constexpr int kFill = 0xbe;
constexpr std::size_t kKeptBytes = std::size_t{64} << 20;

Header& HeaderOf(std::uintptr_t block) {
  return *reinterpret_cast<Header*>(block - sizeof(Header));
}

}  // namespace

constinit Heap g_heap;
constinit Heap g_persistent_heap;

void Heap::Create(std::uintptr_t begin, std::size_t bytes) {
  void* mapped =
      real_mmap(reinterpret_cast<void*>(begin), bytes, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (mapped != reinterpret_cast<void*>(begin)) Panic("cannot reserve the addresses of the heap");
  begin_ = next_ = touched_ = begin;
  size_ = bytes;
}

void Heap::Reset() {
  touched_ = std::max(touched_, next_);
  if (touched_ - begin_ > kKeptBytes) {
    madvise(reinterpret_cast<void*>(begin_ + kKeptBytes), touched_ - begin_ - kKeptBytes,
            MADV_DONTNEED);
    touched_ = begin_ + kKeptBytes;
  }
  next_ = begin_;
  used_ = 0;
  live_ = 0;
}

void* Heap::Allocate(std::size_t bytes, std::size_t alignment, ThreadId by) {
  alignment = std::max<std::size_t>(alignment, 16);
  const std::uintptr_t at = (next_ + sizeof(Header) + alignment - 1) & ~(alignment - 1);
  if (bytes > size_ || at + bytes > begin_ + size_) return nullptr;
  // At least one byte between any two blocks belongs to neither.
  next_ = (at + bytes + 16) & ~std::uintptr_t{15};
  if (used_ == blocks_.size()) blocks_.emplace_back();
  Block& block = blocks_[used_];
  block.begin = at;
  block.bytes = bytes;
  block.freed = false;
  block.allocated_by = by;
  block.freed_by = -1;
  block.allocation_stack.clear();
  block.free_stack.clear();
  HeaderOf(at) = Header{used_, at ^ kSeal};
  ++used_;
  ++live_;
  __builtin_memset(reinterpret_cast<void*>(at), kFill, bytes);
  return reinterpret_cast<void*>(at);
}

Block* Heap::BlockAt(const void* address) {
  const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(address);
  if (!Contains(at) || at - begin_ < sizeof(Header) || at >= next_ || at % 16 != 0) return nullptr;
  const Header& header = HeaderOf(at);
  if (header.seal != (at ^ kSeal) || header.index >= used_) return nullptr;
  return &blocks_[header.index];
}

Block* Heap::BlockAround(std::uintptr_t address) {
  const auto end = blocks_.begin() + static_cast<std::ptrdiff_t>(used_);
  auto after = std::upper_bound(blocks_.begin(), end, address,
                                [](std::uintptr_t a, const Block& b) { return a < b.begin; });
  if (after == blocks_.begin()) return nullptr;
  Block& block = *std::prev(after);
  return address < block.begin + std::max<std::size_t>(block.bytes, 1) ? &block : nullptr;
}

void Heap::Free(Block& block, ThreadId by) {
  RACELAB_CHECK(!block.freed);
  block.freed = true;
  block.freed_by = by;
  --live_;
}

void AddHeapHistory(std::uintptr_t address, RawFinding& finding) {
  const Block* block = g_heap.Contains(address) ? g_heap.BlockAround(address) : nullptr;
  if (block == nullptr) return;
  Involvement freed;
  freed.thread = block->freed_by;
  freed.did = "freed it";
  freed.object = block->begin;
  freed.stack = block->free_stack;
  Involvement allocated;
  allocated.thread = block->allocated_by;
  allocated.did = "allocated it (" + std::to_string(block->bytes) + " bytes)";
  allocated.object = block->begin;
  allocated.stack = block->allocation_stack;
  if (block->freed) finding.involved.push_back(std::move(freed));
  finding.involved.push_back(std::move(allocated));
}

}  // namespace racelab::explorer
