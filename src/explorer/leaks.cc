#include "leaks.h"

#include <pthread.h>

#include <string>
#include <vector>

#include "heap.h"
#include "modules.h"
#include "program_state.h"
#include "run.h"

namespace racelab::explorer {

std::uintptr_t g_body_maker = 0;

namespace {

class Marker {
 public:
  Marker() : reached_(g_heap.block_count(), false) {}

  void Scan(AddressRange range) {
    const std::uintptr_t first = (range.begin + 7) & ~std::uintptr_t{7};
    for (std::uintptr_t at = first; at + 8 <= range.end; at += 8) {
      Reach(*reinterpret_cast<const std::uintptr_t*>(at));
    }
    while (!todo_.empty()) {
      const AddressRange next = todo_.back();
      todo_.pop_back();
      for (std::uintptr_t at = next.begin; at + 8 <= next.end; at += 8) {
        Reach(*reinterpret_cast<const std::uintptr_t*>(at));
      }
    }
  }

  void Reach(std::uintptr_t value) {
    if (value < g_heap.begin() || value >= g_heap.end_of_use()) return;
    Block* block = g_heap.BlockAround(value);
    if (block == nullptr || block->freed) return;
    const std::size_t i = static_cast<std::size_t>(block - &g_heap.block(0));
    if (reached_[i]) return;
    reached_[i] = true;
    todo_.push_back({block->begin, block->begin + block->bytes});
  }

  // The first block that was not reached, or null.
  Block* FirstLost() {
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      if (!reached_[i] && !g_heap.block(i).freed) return &g_heap.block(i);
    }
    return nullptr;
  }

  int CountLost(std::size_t* bytes) {
    int count = 0;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      if (reached_[i] || g_heap.block(i).freed) continue;
      ++count;
      *bytes += g_heap.block(i).bytes;
    }
    return count;
  }

 private:
  std::vector<bool> reached_;
  std::vector<AddressRange> todo_;
};

// What the makers of the body have on their stack: its captured variables among them. Not what the
// search has on its own, further down: it remembers addresses from execution to execution.
AddressRange CallerStack() {
  static const std::uintptr_t end = [] {
    pthread_attr_t attributes;
    void* begin = nullptr;
    std::size_t bytes = 0;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &begin, &bytes);
    pthread_attr_destroy(&attributes);
    return reinterpret_cast<std::uintptr_t>(begin) + bytes;
  }();
  const std::uintptr_t here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  const bool on_stack = g_body_maker > here && g_body_maker < end;
  return {on_stack ? g_body_maker : end, end};
}

void ScanThreads(Marker& marker) {
  for (ThreadId id = 0; id < g_run.thread_count(); ++id) {
    const Thread& thread = g_run.thread(id);
    if (id != 0 && thread.state == ThreadState::kFinished) continue;
    for (const AddressRange& range : ThreadStorage(id)) marker.Scan(range);
    for (const auto& [key, value] : thread.specific) {
      marker.Reach(reinterpret_cast<std::uintptr_t>(value));
    }
    if (thread.state == ThreadState::kFinished) continue;
    marker.Scan(thread.fiber.UsedStack());
    marker.Reach(reinterpret_cast<std::uintptr_t>(thread.argument));
  }
  marker.Scan({});
}

}  // namespace

std::optional<RawFinding> FindLeak() {
  if (g_heap.live() == 0) return std::nullopt;
  Marker marker;
  for (const Module& module : g_modules.all()) {
    for (const AddressRange& range : module.writable) marker.Scan(range);
  }
  marker.Scan({g_persistent_heap.begin(), g_persistent_heap.end_of_use()});
  marker.Scan(CallerStack());
  ScanThreads(marker);
  const Block* block = marker.FirstLost();
  if (block == nullptr) return std::nullopt;
  std::size_t bytes = 0;
  const int count = marker.CountLost(&bytes);
  RawFinding finding;
  finding.kind = "leak";
  finding.message = std::to_string(bytes) + " bytes in " + std::to_string(count) +
                    (count == 1 ? " block" : " blocks") + " can no longer be freed by anybody";
  AddHeapHistory(block->begin, finding);
  return finding;
}

}  // namespace racelab::explorer
