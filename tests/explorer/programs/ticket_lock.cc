// expect: pass
// Tickets are drawn by one read-modify-write and served in order.
#include <atomic>
#include <thread>

std::atomic<int> next_ticket{0};
std::atomic<int> serving{0};
int counter = 0;

void Increment() {
  const int mine = next_ticket.fetch_add(1, std::memory_order_relaxed);
  while (serving.load(std::memory_order_acquire) != mine) std::this_thread::yield();
  ++counter;
  serving.store(mine + 1, std::memory_order_release);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
  return counter == 2 ? 0 : 1;
}
