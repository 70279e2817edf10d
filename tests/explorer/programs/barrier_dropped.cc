// expect: pass
// The one that gives up drops out, and the other goes on alone.
#include <atomic>
#include <barrier>
#include <thread>

std::atomic<bool> cancelled{false};
std::barrier<> both(2);

int main() {
  std::thread child([] {
    if (cancelled) {
      both.arrive_and_drop();
      return;
    }
    both.arrive_and_wait();
  });
  cancelled = true;
  both.arrive_and_wait();
  child.join();
}
