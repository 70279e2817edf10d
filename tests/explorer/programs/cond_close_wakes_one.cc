// expect: lost-wakeup
// Close() wakes one of two waiting consumers; the other sleeps for ever.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool closed = false;

void WaitUntilClosed() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return closed; });
}

int main() {
  std::thread a(WaitUntilClosed);
  std::thread b(WaitUntilClosed);
  {
    std::lock_guard lock(mutex);
    closed = true;
  }
  changed.notify_one();
  a.join();
  b.join();
}
