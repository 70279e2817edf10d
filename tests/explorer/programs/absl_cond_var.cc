// expect: pass
// absl::CondVar with a loop around the wait.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
absl::CondVar changed;
bool ready = false;

int main() {
  std::thread producer([] {
    absl::MutexLock lock(&mutex);
    ready = true;
    changed.Signal();
  });
  {
    absl::MutexLock lock(&mutex);
    while (!ready) changed.Wait(&mutex);
  }
  producer.join();
}
