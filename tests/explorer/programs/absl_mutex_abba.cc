// expect: deadlock
// Two absl::Mutexes in opposite orders. Abseil's own order check is off, so that it blocks.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex a;
absl::Mutex b;

int main() {
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  std::thread child([] {
    absl::MutexLock first(&a);
    absl::MutexLock second(&b);
  });
  {
    absl::MutexLock first(&b);
    absl::MutexLock second(&a);
  }
  child.join();
}
