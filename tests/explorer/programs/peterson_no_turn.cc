// expect: livelock
// Without the turn both want, both wait, and neither gives way.
#include <atomic>
#include <thread>

std::atomic<bool> wants[2];
int counter = 0;

void Increment(int mine) {
  wants[mine] = true;
  while (wants[1 - mine]) std::this_thread::yield();
  ++counter;
  wants[mine] = false;
}

int main() {
  std::thread child(Increment, 1);
  Increment(0);
  child.join();
}
