// expect: pass
// The shared lock is given up before the exclusive one, and the condition is checked again.
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
int cached = 0;
int computed = 0;

int Get() {
  {
    std::shared_lock reading(mutex);
    if (cached != 0) return cached;
  }
  std::unique_lock writing(mutex);
  if (cached == 0) {
    ++computed;
    cached = 7;
  }
  return cached;
}

int main() {
  std::thread child([] { assert(Get() == 7); });
  assert(Get() == 7);
  child.join();
  assert(computed == 1);
}
