// expect: wrong-value
// wait_for comes back after its time too; its result is dropped and the state is assumed.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  std::thread producer([&] {
    std::lock_guard lock(mutex);
    ready = true;
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    condition.wait_for(lock, std::chrono::seconds(10), [&] { return ready; });
    assert(ready);
  }
  producer.join();
}
