// expect: lost-wakeup
// A notification is not stored: sent before the wait begins, it wakes nobody.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  std::thread producer([&] {
    std::lock_guard lock(mutex);
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock);
  }
  producer.join();
}
