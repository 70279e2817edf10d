// expect: crash
// The producer drops its promise when it finds nothing: get() throws broken_promise, uncaught.
#include <atomic>
#include <future>
#include <thread>

std::atomic<bool> found{false};

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread producer([promise = std::move(promise)]() mutable {
    if (found) promise.set_value(1);
  });
  found = true;
  future.get();
  producer.join();
}
