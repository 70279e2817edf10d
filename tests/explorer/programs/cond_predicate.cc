// expect: pass
// State under the mutex and a predicate: lost and spurious wakeups do no harm.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  int value = 0;
  std::thread producer([&] {
    {
      std::lock_guard lock(mutex);
      value = 7;
      ready = true;
    }
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return ready; });
    assert(value == 7);
  }
  producer.join();
}
