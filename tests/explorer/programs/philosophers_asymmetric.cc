// expect: pass
// The last one takes the right fork first, so the circle of waiting cannot close.
#include <mutex>
#include <thread>

std::mutex forks[3];
int meals[3];

void Dine(int seat) {
  const int left = seat == 2 ? 0 : seat;
  const int right = seat == 2 ? 2 : seat + 1;
  std::lock_guard first(forks[left]);
  std::lock_guard second(forks[right]);
  ++meals[seat];
}

int main() {
  std::thread a(Dine, 0);
  std::thread b(Dine, 1);
  std::thread c(Dine, 2);
  a.join();
  b.join();
  c.join();
  return meals[0] + meals[1] + meals[2] == 3 ? 0 : 1;
}
