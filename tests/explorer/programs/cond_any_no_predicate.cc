// expect: lost-wakeup
// condition_variable_any keeps no notification either.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::recursive_mutex mutex;
  std::condition_variable_any condition;
  std::thread producer([&] { condition.notify_all(); });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock);
  }
  producer.join();
}
