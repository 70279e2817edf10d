// expect: forbidden
// Loads an atomic until another thread has stored.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<int> stage{0};
  std::thread other([&] {
    stage.store(1, std::memory_order_release);
    while (stage.load(std::memory_order_acquire) != 2) {
    }
  });
  while (stage.load(std::memory_order_acquire) != 1) {
  }
  stage.store(2, std::memory_order_release);
  other.join();
}
