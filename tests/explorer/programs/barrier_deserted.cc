// expect: deadlock
// One of the two gives up without arrive_and_drop, and the other waits for it for ever.
#include <atomic>
#include <barrier>
#include <thread>

std::atomic<bool> cancelled{false};
std::barrier<> both(2);

int main() {
  std::thread child([] {
    if (cancelled) return;
    both.arrive_and_wait();
  });
  cancelled = true;
  both.arrive_and_wait();
  child.join();
}
