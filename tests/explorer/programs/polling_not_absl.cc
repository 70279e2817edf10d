// expect: pass
// absl::Mutex wakes who waits for a condition; a timeout that never comes is no limit.
#include <thread>

#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  absl::Mutex mutex;
  int stage = 0;
  absl::Notification done;
  std::thread other([&] {
    {
      absl::MutexLock lock(&mutex);
      stage = 1;
    }
    done.Notify();
  });
  mutex.LockWhen(absl::Condition(
      +[](int* n) { return *n == 1; }, &stage));
  mutex.Unlock();
  done.WaitForNotification();
  mutex.Lock();
  const bool holds = mutex.AwaitWithTimeout(absl::Condition(
                                                +[](int* n) { return *n == 1; }, &stage),
                                            absl::InfiniteDuration());
  mutex.Unlock();
  other.join();
  return holds ? 0 : 1;
}
