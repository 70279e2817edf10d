// expect: pass
// A function's static is initialized by one thread, once in every execution, and published.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> constructed{0};

struct Config {
  int value = 7;
  Config() { constructed.fetch_add(1); }
};

const Config& Get() {
  static Config config;
  return config;
}

int main() {
  std::thread child([] { assert(Get().value == 7); });
  assert(Get().value == 7);
  child.join();
  assert(constructed == 1);
}
