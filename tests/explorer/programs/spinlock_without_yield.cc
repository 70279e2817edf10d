// expect: pass
// The same without a yield: a spinning thread is no livelock as long as the owner gets its turn.
#include <atomic>
#include <thread>

std::atomic<bool> locked{false};
int counter = 0;

void Increment() {
  while (locked.exchange(true, std::memory_order_acquire)) {
  }
  ++counter;
  locked.store(false, std::memory_order_release);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
  return counter == 2 ? 0 : 1;
}
