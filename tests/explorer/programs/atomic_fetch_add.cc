// expect: pass
// One read-modify-write never loses an update, whatever its order.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> counter{0};

int main() {
  auto increment = [] {
    counter.fetch_add(1, std::memory_order_relaxed);
    counter.fetch_add(1, std::memory_order_relaxed);
  };
  std::thread a(increment);
  std::thread b(increment);
  a.join();
  b.join();
  assert(counter.load(std::memory_order_relaxed) == 4);
}
