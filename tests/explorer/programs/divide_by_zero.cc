// expect: crash
// The divisor is checked and then loaded again.
#include <atomic>
#include <thread>

std::atomic<int> parts{2};
std::atomic<int> share{0};

int main() {
  std::thread closer([] { parts = 0; });
  if (parts.load() != 0) share = 10 / parts.load();
  closer.join();
}
