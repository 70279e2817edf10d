// expect: deadlock
// ~stop_callback waits for the running callback while holding the lock that the callback wants.
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

int main() {
  std::mutex mutex;
  std::stop_source source;
  auto callback = [&] { std::scoped_lock lock(mutex); };
  std::optional<std::stop_callback<decltype(callback)>> registration;
  registration.emplace(source.get_token(), callback);
  std::thread stopper([&] { source.request_stop(); });
  {
    std::scoped_lock lock(mutex);
    registration.reset();
  }
  stopper.join();
}
