// A data race: a sanitizer that is silent here would pass wrong submissions.
//
// One access after the other, with nothing that orders them: two at the very same moment can
// escape.
#include <atomic>
#include <thread>

int planted = 0;
std::atomic<bool> raced = false;

int main() {
  std::thread other([] {
    ++planted;
    raced.store(true, std::memory_order_relaxed);
  });
  while (!raced.load(std::memory_order_relaxed)) std::this_thread::yield();
  ++planted;
  other.join();
  return 0;
}
