// expect: data-race
// The condition's state is changed without the mutex: the condition's reads race with it.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
bool ready = false;

int main() {
  std::thread producer([] {
    ready = true;
    absl::MutexLock lock(&mutex);
  });
  {
    absl::MutexLock lock(&mutex);
    mutex.Await(absl::Condition(&ready));
  }
  producer.join();
}
