// expect: pass
// atomic::wait looks a few times and then sleeps; the loop around it runs once a change.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<int> stage{0};
  std::thread other([&] {
    for (int i = 1; i <= 2; ++i) {
      stage.fetch_add(1);
      stage.notify_all();
    }
  });
  for (int seen = stage.load(); seen != 2; seen = stage.load()) stage.wait(seen);
  other.join();
}
