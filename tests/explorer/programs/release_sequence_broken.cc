// expect: data-race
// A relaxed store, even by the releasing thread, ends the release sequence since C++20.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<int> stage{0};

int main() {
  std::thread producer([] {
    data = 42;
    stage.store(1, std::memory_order_release);
    stage.store(2, std::memory_order_relaxed);
  });
  if (stage.load(std::memory_order_acquire) == 2) assert(data == 42);
  producer.join();
}
