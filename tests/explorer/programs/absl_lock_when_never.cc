// expect: lost-wakeup
// In one order of the threads the condition becomes false again before the waiter looks, for good.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int stage = 0;

bool IsOne(int* value) { return *value == 1; }

int main() {
  std::thread waiter([] {
    mutex.LockWhen(absl::Condition(IsOne, &stage));
    mutex.Unlock();
  });
  {
    absl::MutexLock lock(&mutex);
    stage = 1;
  }
  {
    absl::MutexLock lock(&mutex);
    stage = 2;
  }
  waiter.join();
}
