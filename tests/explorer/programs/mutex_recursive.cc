// expect: pass
// A recursive mutex may be locked again by its owner, and is free after as many unlocks.
#include <cassert>
#include <mutex>
#include <thread>

std::recursive_mutex mutex;
int depth = 0;

void Descend(int levels) {
  std::lock_guard lock(mutex);
  ++depth;
  if (levels > 1) Descend(levels - 1);
}

int main() {
  std::thread child(Descend, 2);
  Descend(2);
  child.join();
  std::lock_guard lock(mutex);
  assert(depth == 4);
}
