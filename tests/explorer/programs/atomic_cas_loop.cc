// expect: pass
// A compare_exchange loop retries until nobody came between: no update is lost.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> value{1};

void Double() {
  int seen = value.load();
  while (!value.compare_exchange_weak(seen, seen * 2)) {
  }
}

int main() {
  std::thread a(Double);
  std::thread b(Double);
  a.join();
  b.join();
  assert(value == 4);
}
