// expect: wrong-value
// `if` for `while`: another consumer, or a spurious wakeup, leaves the queue empty after the wait.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable not_empty;
int items = 0;

void Take() {
  std::unique_lock lock(mutex);
  if (items == 0) not_empty.wait(lock);
  assert(items > 0);
  --items;
}

void Put() {
  {
    std::lock_guard lock(mutex);
    ++items;
  }
  not_empty.notify_all();
}

int main() {
  std::thread a(Take);
  std::thread b(Take);
  Put();
  Put();
  a.join();
  b.join();
}
