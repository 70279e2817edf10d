// expect: pass
// The worker polls its stop_token and yields; request_stop by ~jthread always ends it.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> stopped{false};
  {
    std::jthread worker([&](std::stop_token stop) {
      while (!stop.stop_requested()) std::this_thread::yield();
      stopped = true;
    });
  }
  assert(stopped);
}
