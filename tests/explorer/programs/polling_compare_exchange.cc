// expect: forbidden
// The compare-exchange does not retry because of others: it waits for them.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<int> state{0};
  std::thread other([&] { state.store(1); });
  int ready = 1;
  while (!state.compare_exchange_weak(ready, 2)) ready = 1;
  other.join();
}
