// expect: pass
// A test-and-set lock that acquires, releases and yields while it spins.
#include <atomic>
#include <thread>

std::atomic_flag locked;
int counter = 0;

void Increment() {
  while (locked.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
  ++counter;
  locked.clear(std::memory_order_release);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
  return counter == 2 ? 0 : 1;
}
