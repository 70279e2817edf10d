// expect: data-race
// The relaxed unlock does not publish what was done inside.
#include <atomic>
#include <thread>

std::atomic<bool> locked{false};
int counter = 0;

void Increment() {
  while (locked.exchange(true, std::memory_order_acquire)) std::this_thread::yield();
  ++counter;
  locked.store(false, std::memory_order_relaxed);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
}
