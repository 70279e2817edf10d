// expect: wrong-value
// No other thread can come between, but a wait may return for no reason, and nothing is checked.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  std::unique_lock lock(mutex);
  std::thread producer([&] {
    std::lock_guard inner(mutex);
    ready = true;
    condition.notify_one();
  });
  condition.wait(lock);
  assert(ready);
  lock.unlock();
  producer.join();
}
