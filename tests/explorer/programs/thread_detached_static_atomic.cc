// expect: pass
// A detached thread may still run when main returns; it touches one trivially destroyed atomic
// only.
#include <atomic>
#include <thread>

std::atomic<int> ticks{0};

int main() {
  std::thread([] {
    ticks.fetch_add(1);
    ticks.fetch_add(1);
  }).detach();
  return ticks.load() <= 2 ? 0 : 1;
}
