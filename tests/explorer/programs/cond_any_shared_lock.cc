// expect: pass
// condition_variable_any works with any lock, here a shared one.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  std::condition_variable_any condition;
  int value = 0;
  std::thread writer([&] {
    {
      std::unique_lock lock(mutex);
      value = 3;
    }
    condition.notify_all();
  });
  {
    std::shared_lock lock(mutex);
    condition.wait(lock, [&] { return value != 0; });
    assert(value == 3);
  }
  writer.join();
}
