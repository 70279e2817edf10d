// expect: lost-wakeup
// A plain condition_variable knows nothing of the token: request_stop wakes nobody.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable condition;
  std::jthread worker([&](std::stop_token stop) {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return stop.stop_requested(); });
  });
}
