// expect: livelock
// The flag is set in one order of the two threads only; in the other main spins for ever.
#include <atomic>
#include <thread>

std::atomic<int> owner{0};
std::atomic<bool> child_went_first{false};

int main() {
  std::thread child([] {
    int nobody = 0;
    if (owner.compare_exchange_strong(nobody, 1)) child_went_first = true;
  });
  int nobody = 0;
  owner.compare_exchange_strong(nobody, 2);
  while (!child_went_first) std::this_thread::yield();
  child.join();
}
