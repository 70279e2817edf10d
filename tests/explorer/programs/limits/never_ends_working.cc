// expect: livelock
// The program goes on for ever, step after step, and no schedule ends it.
#include <atomic>
#include <thread>

std::atomic<unsigned> counter{0};

int main() {
  std::thread child([] {
    for (;;) counter.fetch_add(1);
  });
  child.join();
}
