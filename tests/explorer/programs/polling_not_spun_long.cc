// expect: pass
// Looks fifty times, and then sleeps: spinning a little before a wait is fine.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<int> ready{0};
  std::thread other([&] {
    ready.store(1);
    ready.notify_one();
  });
  for (int i = 0; i < 50 && ready.load() == 0; ++i) {
  }
  ready.wait(0);
  other.join();
}
