// expect: pass
// A time limit of zero is a look, and looking once is not waiting.
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::timed_mutex mutex;
  std::mutex other_mutex;
  std::condition_variable changed;
  std::thread other([&] {
    std::lock_guard lock(mutex);
    promise.set_value(1);
  });
  if (mutex.try_lock_for(std::chrono::milliseconds(0))) mutex.unlock();
  const bool early = future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  {
    std::unique_lock lock(other_mutex);
    changed.wait_for(lock, std::chrono::milliseconds(0));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(0));
  const int value = future.get();
  other.join();
  return value == 1 || early ? 0 : 1;
}
