// expect: pass
// One caller initializes, the others wait for it and see what it did.
#include <cassert>
#include <mutex>
#include <thread>

std::once_flag once;
int value = 0;

int Get() {
  std::call_once(once, [] { ++value; });
  return value;
}

int main() {
  std::thread child([] { assert(Get() == 1); });
  assert(Get() == 1);
  child.join();
}
