// expect: data-race
// The orders are right but the flag is set before the data is written.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<bool> ready{false};

int main() {
  std::thread producer([] {
    ready.store(true, std::memory_order_release);
    data = 42;
  });
  if (ready.load(std::memory_order_acquire)) assert(data >= 0);
  producer.join();
}
