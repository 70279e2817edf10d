// expect: data-race
// The same with a plain flag is a race as well, and the race is the cause.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  std::thread producer([&] {
    ready = true;
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return ready; });
  }
  producer.join();
}
