// expect: data-race
// The ticket is drawn by a load and a store: two threads get the same one and both go in.
#include <atomic>
#include <thread>

std::atomic<int> next_ticket{0};
std::atomic<int> serving{0};
int counter = 0;

void Increment() {
  const int mine = next_ticket.load();
  next_ticket.store(mine + 1);
  while (serving.load() < mine) std::this_thread::yield();
  ++counter;
  serving.store(mine + 1);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
}
