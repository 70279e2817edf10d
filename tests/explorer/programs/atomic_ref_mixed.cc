// expect: data-race
// One side uses atomic_ref, the other a plain access to the same int.
#include <atomic>
#include <thread>

int counter = 0;

int main() {
  std::thread a([] { std::atomic_ref(counter).fetch_add(1); });
  std::thread b([] { ++counter; });
  a.join();
  b.join();
}
