// expect: pass
// Peterson's lock with sequentially consistent atomics excludes.
#include <atomic>
#include <thread>

std::atomic<bool> wants[2];
std::atomic<int> turn{0};
int counter = 0;

void Increment(int mine) {
  const int other = 1 - mine;
  wants[mine] = true;
  turn = other;
  while (wants[other] && turn == other) std::this_thread::yield();
  ++counter;
  wants[mine] = false;
}

int main() {
  std::thread child(Increment, 1);
  Increment(0);
  child.join();
  return counter == 2 ? 0 : 1;
}
