// expect: pass
// The same increments under one mutex. The global starts at 0 in every execution, or this fails.
#include <cassert>
#include <mutex>
#include <thread>

int counter = 0;
std::mutex mutex;

void Increment() {
  std::scoped_lock lock(mutex);
  ++counter;
}

int main() {
  std::thread a(Increment);
  std::thread b(Increment);
  Increment();
  a.join();
  b.join();
  assert(counter == 3);
}
