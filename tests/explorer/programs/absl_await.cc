// expect: pass
// Await releases the mutex until its condition holds; nobody has to notify.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
bool ready = false;
int value = 0;

int main() {
  std::thread producer([] {
    absl::MutexLock lock(&mutex);
    value = 7;
    ready = true;
  });
  {
    absl::MutexLock lock(&mutex);
    mutex.Await(absl::Condition(&ready));
    assert(value == 7);
  }
  producer.join();
}
