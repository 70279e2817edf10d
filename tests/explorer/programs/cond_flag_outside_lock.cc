// expect: lost-wakeup
// The flag is atomic but set without the mutex: between the waiter's check and its wait.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  std::atomic<bool> ready{false};
  std::thread producer([&] {
    ready = true;
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return ready.load(); });
  }
  producer.join();
}
