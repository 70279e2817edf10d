// expect: deadlock
// Three threads, three locks, each its own and then the next one's: a cycle of three.
#include <mutex>
#include <thread>

std::mutex locks[3];

void Take(int index) {
  std::lock_guard first(locks[index]);
  std::lock_guard second(locks[(index + 1) % 3]);
}

int main() {
  std::thread a(Take, 0);
  std::thread b(Take, 1);
  Take(2);
  a.join();
  b.join();
}
