// expect: pass
// Two threads alternate over one mutex and one condition variable with two possible waiters.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
int hits = 0;

void Play(int parity) {
  for (int i = 0; i < 2; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return hits % 2 == parity; });
    ++hits;
    changed.notify_one();
  }
}

int main() {
  std::thread other(Play, 1);
  Play(0);
  other.join();
  assert(hits == 4);
}
