// expect: pass
// Notify publishes everything before it to whoever waited.
#include <cassert>
#include <thread>

#include "absl/synchronization/notification.h"

int main() {
  absl::Notification done;
  int value = 0;
  std::thread worker([&] {
    value = 5;
    done.Notify();
  });
  done.WaitForNotification();
  assert(value == 5);
  worker.join();
}
