// expect: data-race
// Counted down before the part is written.
#include <thread>

#include "absl/synchronization/blocking_counter.h"

int main() {
  absl::BlockingCounter pending(1);
  int part = 0;
  std::thread worker([&] {
    pending.DecrementCount();
    part = 1;
  });
  pending.Wait();
  const int seen = part;
  worker.join();
  return seen >= 0 ? 0 : 1;
}
