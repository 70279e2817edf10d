// expect: wrong-value
// No assertion: a schedule in which both threads see a 0 makes main return 1.
#include <atomic>
#include <thread>

std::atomic<int> x{0};
std::atomic<int> seen_zero{0};

void Run() {
  if (x.load() == 0) seen_zero.fetch_add(1);
  x.store(1);
}

int main() {
  std::thread child(Run);
  Run();
  child.join();
  return seen_zero.load() == 2 ? 1 : 0;
}
