// expect: pass
// The result of wait_for says whether the predicate holds, and both answers are right.
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
    const bool in_time =
        condition.wait_for(lock, std::chrono::milliseconds(10), [&] { return ready; });
    assert(in_time == ready);
  }
  producer.join();
  assert(ready);
}
