// expect: deadlock
// The promise stays alive and unset: get() waits for ever.
#include <future>
#include <thread>

int main() {
  std::promise<void> promise;
  std::future<void> future = promise.get_future();
  std::thread producer([&promise] { (void)promise; });
  future.get();
  producer.join();
}
