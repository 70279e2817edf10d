// expect: data-race
// The writer locks its absl::Mutex, the reader does not.
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int balance = 0;

int main() {
  std::thread writer([] {
    absl::MutexLock lock(&mutex);
    balance = 10;
  });
  const int seen = balance;
  writer.join();
  return seen >= 0 ? 0 : 1;
}
