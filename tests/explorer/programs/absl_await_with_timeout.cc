// expect: pass
// AwaitWithTimeout tells whether the condition holds; both answers are handled.
#include <cassert>
#include <thread>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

absl::Mutex mutex;
bool ready = false;

int main() {
  std::thread producer([] {
    absl::MutexLock lock(&mutex);
    ready = true;
  });
  {
    absl::MutexLock lock(&mutex);
    const bool holds = mutex.AwaitWithTimeout(absl::Condition(&ready), absl::Milliseconds(3));
    assert(holds == ready);
  }
  producer.join();
}
