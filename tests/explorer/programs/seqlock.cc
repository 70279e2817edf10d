// expect: pass
// Relaxed atomic data between version checks with fences: a torn read is thrown away.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<unsigned> version{0};
std::atomic<int> first{0};
std::atomic<int> second{0};

void Write() {
  version.store(1, std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_release);
  first.store(1, std::memory_order_relaxed);
  second.store(1, std::memory_order_relaxed);
  version.store(2, std::memory_order_release);
}

int main() {
  std::thread writer(Write);
  const unsigned before = version.load(std::memory_order_acquire);
  const int a = first.load(std::memory_order_relaxed);
  const int b = second.load(std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_acquire);
  const unsigned after = version.load(std::memory_order_relaxed);
  if (before == after && before % 2 == 0) assert(a == b);
  writer.join();
}
