// expect: pass
// The lock of a stop token spins inside of the library; the waiting itself sleeps.
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::mutex mutex;
  std::condition_variable_any changed;
  int stopped = 0;
  std::jthread worker([&](std::stop_token token) {
    std::stop_callback callback(token, [&] { ++stopped; });  // may be gone before it is called
    std::unique_lock lock(mutex);
    changed.wait(lock, token, [] { return false; });
  });
  worker.request_stop();
  worker.join();
  return stopped <= 1 ? 0 : 1;
}
