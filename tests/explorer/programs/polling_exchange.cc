// expect: forbidden
// Waits for a slot to be filled by taking what is in it, nothing as a rule.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<int*> slot{nullptr};
  int value = 0;
  std::thread other([&] {
    value = 9;
    slot.store(&value);
  });
  int* taken = nullptr;
  while (taken == nullptr) {
    taken = slot.exchange(nullptr);
    if (taken == nullptr) std::this_thread::yield();
  }
  const int seen = *taken;
  other.join();
  return seen == 9 ? 0 : 1;
}
