// expect: data-race
// A write under a ReaderMutexLock.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int hits = 0;

void Look() {
  absl::ReaderMutexLock lock(&mutex);
  ++hits;
}

int main() {
  std::thread child(Look);
  Look();
  child.join();
}
