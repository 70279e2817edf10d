// expect: pass
// A relaxed look first, then an acquire load of the same flag before the data is touched.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<bool> ready{false};

int main() {
  std::thread producer([] {
    data = 42;
    ready.store(true, std::memory_order_release);
  });
  if (ready.load(std::memory_order_relaxed) && ready.load(std::memory_order_acquire)) {
    assert(data == 42);
  }
  producer.join();
}
