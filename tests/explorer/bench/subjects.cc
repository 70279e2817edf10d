#include "subjects.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace racelab::bench {
namespace {

int plain = 0;
std::atomic<int> shared_count{0};
std::mutex guard;
std::condition_variable has_room;
std::condition_variable has_item;
int items = 0;

template <typename F>
void RunThreads(int count, F function) {
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) threads.emplace_back(function, i);
  for (std::thread& thread : threads) thread.join();
}

void Produce() {
  std::unique_lock lock(guard);
  has_room.wait(lock, [] { return items == 0; });
  ++items;
  has_item.notify_one();
}

void Consume() {
  std::unique_lock lock(guard);
  has_item.wait(lock, [] { return items > 0; });
  --items;
  has_room.notify_one();
}

}  // namespace

void TwoPlainIncrements() {
  std::thread a([] { ++plain; });
  std::thread b([] { ++plain; });
  a.join();
  b.join();
}

void TwoLockedIncrements() {
  const auto increment = [] {
    const std::lock_guard lock(guard);
    ++plain;
  };
  std::thread a(increment);
  std::thread b(increment);
  a.join();
  b.join();
}

void ThirtyAtomicIncrements() {
  RunThreads(3, [](int) {
    for (int i = 0; i < 10; ++i) shared_count.fetch_add(1);
  });
}

void BoundedBuffer() {
  RunThreads(4, [](int i) { i < 2 ? Produce() : Consume(); });
}

void LockedIncrements(int threads, int times) {
  RunThreads(threads, [times](int) {
    for (int i = 0; i < times; ++i) {
      const std::lock_guard lock(guard);
      ++plain;
    }
  });
}

void SeparateIncrements(int threads, int times) {
  std::array<std::mutex, 8> guards;
  std::array<int, 8> counts{};
  RunThreads(threads, [&, times](int own) {
    const auto slot = static_cast<std::size_t>(own);
    for (int i = 0; i < times; ++i) {
      const std::lock_guard lock(guards[slot]);
      ++counts[slot];
    }
  });
}

}  // namespace racelab::bench
