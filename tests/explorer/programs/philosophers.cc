// expect: deadlock
// All three take the left fork first, and may then all wait for the right one.
#include <mutex>
#include <thread>

std::mutex forks[3];
int meals[3];

void Dine(int seat) {
  std::lock_guard left(forks[seat]);
  std::lock_guard right(forks[(seat + 1) % 3]);
  ++meals[seat];
}

int main() {
  std::thread a(Dine, 0);
  std::thread b(Dine, 1);
  std::thread c(Dine, 2);
  a.join();
  b.join();
  c.join();
}
