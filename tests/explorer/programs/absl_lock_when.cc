// expect: pass
// LockWhen waits for the turn and the lock in one step.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int turn = 0;

bool IsOdd(int* value) { return *value % 2 == 1; }
bool IsEven(int* value) { return *value % 2 == 0; }

int main() {
  std::thread odd([] {
    mutex.LockWhen(absl::Condition(IsOdd, &turn));
    ++turn;
    mutex.Unlock();
  });
  mutex.LockWhen(absl::Condition(IsEven, &turn));
  ++turn;
  mutex.Unlock();
  odd.join();
  absl::MutexLock lock(&mutex);
  assert(turn == 2);
}
