// expect: pass
// TryLock may fail; the thread then does without.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int counter = 0;

int Increment() {
  if (!mutex.TryLock()) return 0;
  ++counter;
  mutex.Unlock();
  return 1;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Increment(); });
  const int mine = Increment();
  child.join();
  return counter == mine + theirs ? 0 : 1;
}
