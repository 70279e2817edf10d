// expect: wrong-value
// A second is nearly always enough for the child to have started. Nearly.
#include <atomic>
#include <cassert>
#include <chrono>
#include <thread>

int main() {
  std::atomic<bool> started{false};
  std::thread child([&] { started = true; });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const bool seen = started;
  child.join();
  assert(seen);
}
