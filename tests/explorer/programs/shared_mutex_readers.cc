// expect: pass
// Readers share, the writer excludes: no reader sees the pair out of step.
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
int first = 0;
int second = 0;

void Read() {
  std::shared_lock lock(mutex);
  assert(first == second);
}

int main() {
  std::thread a(Read);
  std::thread b(Read);
  {
    std::unique_lock lock(mutex);
    ++first;
    ++second;
  }
  a.join();
  b.join();
}
