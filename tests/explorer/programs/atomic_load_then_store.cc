// expect: wrong-value
// Each access is atomic, the increment is not: the other thread fits between load and store.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> counter{0};

int main() {
  auto increment = [] { counter.store(counter.load() + 1); };
  std::thread a(increment);
  std::thread b(increment);
  a.join();
  b.join();
  assert(counter == 2);
}
