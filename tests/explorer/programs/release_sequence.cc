// expect: pass
// A relaxed read-modify-write by another thread continues the release sequence that it reads.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<int> stage{0};

int main() {
  std::thread producer([] {
    data = 42;
    stage.store(1, std::memory_order_release);
  });
  std::thread middle([] {
    int expected = 1;
    stage.compare_exchange_strong(expected, 2, std::memory_order_relaxed);
  });
  if (stage.load(std::memory_order_acquire) == 2) assert(data == 42);
  producer.join();
  middle.join();
}
