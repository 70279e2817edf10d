// The program's heap during an execution: the same addresses in every execution, and no address
// twice in one, so that a use after free is always seen.
#ifndef RACELAB_EXPLORER_HEAP_H_
#define RACELAB_EXPLORER_HEAP_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "execution.h"

namespace racelab::explorer {

struct Block {
  std::uintptr_t begin = 0;
  std::size_t bytes = 0;
  bool freed = false;
  ThreadId allocated_by = 0;
  ThreadId freed_by = -1;
  std::vector<std::uintptr_t> allocation_stack;  // only when recording
  std::vector<std::uintptr_t> free_stack;
};

// Knows nothing of threads or fibers: bookkeeping over a range of addresses.
class Heap {
 public:
  // Reserves [begin, begin + bytes). Memory is used as it is touched.
  void Create(std::uintptr_t begin, std::size_t bytes);
  bool created() const { return begin_ != 0; }
  // Everything is unallocated again: O(1), but for memory that is given back when it was much.
  void Reset();

  // Null when the range is exhausted. `alignment` is a power of two. New memory has a fixed
  // content, so that reading it uninitialized is at least the same in every execution.
  void* Allocate(std::size_t bytes, std::size_t alignment, ThreadId by);
  // The block that starts at `address`, freed or not; null if none does.
  Block* BlockAt(const void* address);
  // The block that contains or, in its header, precedes `address`; null if none does.
  Block* BlockAround(std::uintptr_t address);
  void Free(Block& block, ThreadId by);

  bool Contains(std::uintptr_t address) const { return address - begin_ < size_; }
  std::uintptr_t begin() const { return begin_; }
  std::uintptr_t end_of_use() const { return next_; }
  int live() const { return live_; }
  // In order of address and of allocation.
  std::size_t block_count() const { return used_; }
  Block& block(std::size_t i) { return blocks_[i]; }

 private:
  std::uintptr_t begin_ = 0;
  std::size_t size_ = 0;
  std::uintptr_t next_ = 0;
  std::uintptr_t touched_ = 0;  // the highest address ever handed out
  int live_ = 0;
  std::size_t used_ = 0;
  std::vector<Block> blocks_;
};

extern Heap g_heap;
// What the program allocated while it was loaded: it is there when an execution starts.
extern Heap g_persistent_heap;

// Adds where the freed block around `address` was allocated and freed to `finding.involved`.
void AddHeapHistory(std::uintptr_t address, RawFinding& finding);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_HEAP_H_
