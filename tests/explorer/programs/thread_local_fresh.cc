// expect: pass
// Every thread starts with its own initial value, also one that comes after another has ended.
#include <cassert>
#include <thread>

thread_local int mine = 3;

int main() {
  auto work = [] {
    assert(mine == 3);
    ++mine;
    assert(mine == 4);
  };
  std::thread a(work);
  work();
  a.join();
  std::thread b(work);
  b.join();
  assert(mine == 4);
}
