// expect: pass
// All go through together; the one that Block() tells so deletes the barrier.
#include <cassert>
#include <thread>

#include "absl/synchronization/barrier.h"

int main() {
  auto* both = new absl::Barrier(2);
  int cells[2] = {0, 0};
  auto run = [&](int mine) {
    cells[mine] = 1;
    if (both->Block()) delete both;
    assert(cells[1 - mine] == 1);
  };
  std::thread child(run, 1);
  run(0);
  child.join();
}
