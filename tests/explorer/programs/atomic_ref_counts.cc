// expect: pass
// Every concurrent access goes through atomic_ref; plain use is ordered by the joins.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  int counter = 0;
  auto increment = [&] { std::atomic_ref(counter).fetch_add(1); };
  std::thread a(increment);
  std::thread b(increment);
  a.join();
  b.join();
  assert(counter == 2);
}
