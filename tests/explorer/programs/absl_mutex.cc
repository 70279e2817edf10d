// expect: pass
// absl::Mutex with a scoped lock.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int counter ABSL_GUARDED_BY(mutex) = 0;

void Increment() {
  absl::MutexLock lock(&mutex);
  ++counter;
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
  absl::MutexLock lock(&mutex);
  return counter == 2 ? 0 : 1;
}
