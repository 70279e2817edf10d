// expect: pass
// A one-slot buffer with Await on both sides.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"

absl::Mutex mutex;
int slot = 0;

bool IsEmpty(int* value) { return *value == 0; }
bool IsFull(int* value) { return *value != 0; }

int main() {
  std::thread producer([] {
    for (int item = 1; item <= 2; ++item) {
      absl::MutexLock lock(&mutex, absl::Condition(IsEmpty, &slot));
      slot = item;
    }
  });
  for (int expected = 1; expected <= 2; ++expected) {
    absl::MutexLock lock(&mutex, absl::Condition(IsFull, &slot));
    assert(slot == expected);
    slot = 0;
  }
  producer.join();
}
