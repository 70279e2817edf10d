// expect: forbidden
// Yields until the flag is up: it is awake all the time.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<bool> ready{false};
  std::thread other([&] { ready = true; });
  while (!ready) std::this_thread::yield();
  other.join();
}
