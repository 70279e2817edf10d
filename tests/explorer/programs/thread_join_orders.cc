// expect: pass
// Creating a thread and joining it order plain accesses: no lock is needed on either side.
#include <cassert>
#include <thread>

int main() {
  int value = 1;
  std::thread child([&] { ++value; });
  child.join();
  ++value;
  std::thread next([&] { ++value; });
  next.join();
  assert(value == 4);
}
