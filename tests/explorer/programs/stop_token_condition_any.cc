// expect: pass
// condition_variable_any waits on the token as well: request_stop wakes it in every schedule.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable_any condition;
  bool work = false;
  std::jthread worker([&](std::stop_token stop) {
    std::unique_lock lock(mutex);
    condition.wait(lock, stop, [&] { return work; });
  });
}
