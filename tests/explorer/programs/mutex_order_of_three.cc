// expect: pass
// Three locks taken in one global order: whoever holds the greatest can always go on.
#include <algorithm>
#include <mutex>
#include <thread>

std::mutex locks[3];
int uses[3];

void Take(int index) {
  const int next = (index + 1) % 3;
  std::lock_guard first(locks[std::min(index, next)]);
  std::lock_guard second(locks[std::max(index, next)]);
  ++uses[index];
  ++uses[next];
}

int main() {
  std::thread a(Take, 0);
  std::thread b(Take, 1);
  Take(2);
  a.join();
  b.join();
  return uses[0] == 2 && uses[1] == 2 && uses[2] == 2 ? 0 : 1;
}
