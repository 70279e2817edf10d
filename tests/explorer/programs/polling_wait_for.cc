// expect: forbidden
// The wait has a time limit, which covers up that nobody notifies.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread other([&] {
    std::lock_guard lock(mutex);
    ready = true;
  });
  {
    std::unique_lock lock(mutex);
    while (!ready) changed.wait_for(lock, std::chrono::milliseconds(10));
  }
  other.join();
}
