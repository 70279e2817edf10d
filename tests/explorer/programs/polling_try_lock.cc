// expect: forbidden
// Tries again and again to get a mutex that it could wait for.
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::mutex mutex;
  int count = 0;
  const auto add = [&] {
    while (!mutex.try_lock()) std::this_thread::yield();
    ++count;
    mutex.unlock();
  };
  std::thread other(add);
  add();
  other.join();
  return count == 2 ? 0 : 1;
}
