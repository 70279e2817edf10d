// expect: data-race
// Releasing is half of it: the reader's relaxed load does not acquire.
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
  if (ready.load(std::memory_order_relaxed)) assert(data == 42);
  producer.join();
}
