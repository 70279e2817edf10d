// expect: pass
// Readers share an absl::Mutex, the writer excludes them.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int first = 0;
int second = 0;

int main() {
  std::thread reader([] {
    absl::ReaderMutexLock lock(&mutex);
    assert(first == second);
  });
  {
    absl::MutexLock lock(&mutex);
    ++first;
    ++second;
  }
  {
    absl::ReaderMutexLock lock(&mutex);
    assert(first == 1);
  }
  reader.join();
}
