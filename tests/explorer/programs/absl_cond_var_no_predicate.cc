// expect: lost-wakeup
// A Signal before the Wait is lost.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
absl::CondVar changed;

int main() {
  std::thread producer([] {
    absl::MutexLock lock(&mutex);
    changed.Signal();
  });
  {
    absl::MutexLock lock(&mutex);
    changed.Wait(&mutex);
  }
  producer.join();
}
