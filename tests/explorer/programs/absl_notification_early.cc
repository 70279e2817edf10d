// expect: data-race
// Notified before the work is done.
#include <thread>

#include "absl/synchronization/notification.h"

int main() {
  absl::Notification done;
  int value = 0;
  std::thread worker([&] {
    done.Notify();
    value = 5;
  });
  done.WaitForNotification();
  const int seen = value;
  worker.join();
  return seen >= 0 ? 0 : 1;
}
