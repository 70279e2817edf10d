// expect: forbidden
// LockWhenWithTimeout ends by itself.
#include <thread>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  absl::Mutex mutex;
  bool ready = false;
  std::thread other([&] {
    absl::MutexLock lock(&mutex);
    ready = true;
  });
  while (!mutex.LockWhenWithTimeout(absl::Condition(&ready), absl::Milliseconds(3))) mutex.Unlock();
  mutex.Unlock();
  other.join();
}
