#include "labels.h"

#include <time.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "racelab/scenario.h"

namespace racelab {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;
constexpr std::int64_t kWaitMaxNs = 2'000'000'000;
constexpr int kNapsMin = 2000;  // … of which a busy machine really ran us
constexpr long kNapNs = 100'000;

// A label is known by its hash: no string is touched by two threads.
struct Slot {
  std::atomic<std::uint64_t> hash{0};
  std::atomic<int> inside{0};
  std::atomic<bool> reached{false};
  std::atomic<bool> awaited{false};          // an Overlap has waited for it
  std::atomic<std::int64_t> deadline_ns{0};  // 0 until the first Overlap waits
  std::atomic<int> naps{0};
};

std::array<Slot, 256> slots;

std::uint64_t Hash(std::string_view label) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash | 1;
}

Slot& Find(std::string_view label) {
  const std::uint64_t hash = Hash(label);
  for (Slot& slot : slots) {
    std::uint64_t expected = 0;
    if (slot.hash.load(kRelaxed) == hash) return slot;
    if (slot.hash.compare_exchange_strong(expected, hash, kRelaxed) || expected == hash) {
      return slot;
    }
  }
  std::abort();  // 256 labels in one test: the check is wrong.
}

// Two seconds from the first wait for the label, and on a busy machine until we have really run.
bool WaitsOn(Slot& slot) {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  const std::int64_t now_ns = std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
  std::int64_t deadline_ns = 0;
  if (slot.deadline_ns.compare_exchange_strong(deadline_ns, now_ns + kWaitMaxNs, kRelaxed)) {
    return true;
  }
  return slot.naps.fetch_add(1, kRelaxed) < kNapsMin || now_ns < deadline_ns;
}

}  // namespace

void labels::Clear() {
  for (Slot& slot : slots) {
    slot.hash.store(0, kRelaxed);
    slot.inside.store(0, kRelaxed);
    slot.reached.store(false, kRelaxed);
    slot.awaited.store(false, kRelaxed);
    slot.deadline_ns.store(0, kRelaxed);
    slot.naps.store(0, kRelaxed);
  }
}

void Reached(std::string_view label) { Find(label).reached.store(true, kRelaxed); }

void ForbidPolling() {}

bool WasReached(std::string_view label) {
  const Slot& slot = Find(label);
  return slot.reached.load(kRelaxed) || !slot.awaited.load(kRelaxed);
}

Overlap::Overlap(std::string_view label, int threads) : label_(label) {
  Slot& slot = Find(label);
  slot.awaited.store(true, kRelaxed);
  if (slot.inside.fetch_add(1, kRelaxed) + 1 >= threads) slot.reached.store(true, kRelaxed);
  while (!slot.reached.load(kRelaxed) && WaitsOn(slot)) {
    const timespec nap = {0, kNapNs};
    nanosleep(&nap, nullptr);
  }
}

Overlap::~Overlap() { Find(label_).inside.fetch_sub(1, kRelaxed); }

}  // namespace racelab
