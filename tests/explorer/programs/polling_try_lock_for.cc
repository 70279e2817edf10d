// expect: forbidden
// Tries for a while at a time to get the lock.
#include <chrono>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::timed_mutex mutex;
  int count = 0;
  const auto add = [&] {
    while (!mutex.try_lock_for(std::chrono::milliseconds(5))) {
    }
    ++count;
    mutex.unlock();
  };
  std::thread other(add);
  add();
  other.join();
  return count == 2 ? 0 : 1;
}
