// expect: pass
// Wait returns when both have counted down, and sees their work.
#include <cassert>
#include <thread>

#include "absl/synchronization/blocking_counter.h"

int main() {
  absl::BlockingCounter pending(2);
  int parts[2] = {0, 0};
  auto work = [&](int index) {
    parts[index] = 1;
    pending.DecrementCount();
  };
  std::thread a(work, 0);
  std::thread b(work, 1);
  pending.Wait();
  assert(parts[0] + parts[1] == 2);
  a.join();
  b.join();
}
