#include "heap.h"

#include <cstdint>
#include <cstring>

#include "gtest/gtest.h"

namespace racelab::explorer {
namespace {

constexpr std::uintptr_t kBegin = 0x2300'0000'0000;
constexpr std::size_t kBytes = 1 << 20;

// One range of addresses for all tests: heaps are not given back.
Heap& TestHeap() {
  static Heap heap;
  if (!heap.created()) heap.Create(kBegin, kBytes);
  heap.Reset();
  return heap;
}

TEST(Heap, GivesTheSameAddressesInEveryExecution) {
  Heap& heap = TestHeap();
  void* first = heap.Allocate(24, 16, 0);
  void* second = heap.Allocate(100, 64, 1);
  heap.Reset();
  EXPECT_EQ(heap.Allocate(24, 16, 0), first);
  EXPECT_EQ(heap.Allocate(100, 64, 1), second);
}

TEST(Heap, AlignsAsAsked) {
  Heap& heap = TestHeap();
  for (const std::size_t alignment : {1, 16, 64, 4096}) {
    const auto at = reinterpret_cast<std::uintptr_t>(heap.Allocate(1, alignment, 0));
    EXPECT_EQ(at % alignment, 0u);
  }
}

TEST(Heap, NeverGivesAnAddressTwice) {
  Heap& heap = TestHeap();
  void* p = heap.Allocate(8, 16, 0);
  heap.Free(*heap.BlockAt(p), 0);
  EXPECT_NE(heap.Allocate(8, 16, 0), p);
}

TEST(Heap, FillsNewMemoryAlike) {
  Heap& heap = TestHeap();
  auto* p = static_cast<unsigned char*>(heap.Allocate(4, 16, 0));
  std::memset(p, 1, 4);
  heap.Reset();
  auto* again = static_cast<unsigned char*>(heap.Allocate(4, 16, 0));
  EXPECT_EQ(again[0], 0xbe);
  EXPECT_EQ(again[3], 0xbe);
}

TEST(Heap, FindsTheBlockAroundAnAddress) {
  Heap& heap = TestHeap();
  const auto a = reinterpret_cast<std::uintptr_t>(heap.Allocate(10, 16, 3));
  const auto b = reinterpret_cast<std::uintptr_t>(heap.Allocate(10, 16, 4));
  ASSERT_NE(heap.BlockAround(a + 9), nullptr);
  EXPECT_EQ(heap.BlockAround(a + 9)->allocated_by, 3);
  EXPECT_EQ(heap.BlockAround(b)->allocated_by, 4);
  EXPECT_EQ(heap.BlockAround(a + 10), nullptr);
  EXPECT_EQ(heap.BlockAround(a - 1), nullptr);
}

TEST(Heap, DoesNotTakeThePointerIntoABlockForOne) {
  Heap& heap = TestHeap();
  char* p = static_cast<char*>(heap.Allocate(64, 16, 0));
  EXPECT_NE(heap.BlockAt(p), nullptr);
  EXPECT_EQ(heap.BlockAt(p + 16), nullptr);
  EXPECT_EQ(heap.BlockAt(p + 1), nullptr);
}

TEST(Heap, CountsWhatIsAlive) {
  Heap& heap = TestHeap();
  void* p = heap.Allocate(1, 16, 0);
  heap.Allocate(0, 16, 0);
  EXPECT_EQ(heap.live(), 2);
  heap.Free(*heap.BlockAt(p), 1);
  EXPECT_EQ(heap.live(), 1);
  EXPECT_EQ(heap.BlockAt(p)->freed_by, 1);
}

TEST(Heap, SaysWhenItIsExhausted) {
  Heap& heap = TestHeap();
  EXPECT_EQ(heap.Allocate(kBytes, 16, 0), nullptr);
  EXPECT_EQ(heap.Allocate(~std::size_t{0} - 64, 16, 0), nullptr);
  EXPECT_NE(heap.Allocate(kBytes / 2, 16, 0), nullptr);
  EXPECT_EQ(heap.Allocate(kBytes / 2, 16, 0), nullptr);
}

}  // namespace
}  // namespace racelab::explorer
