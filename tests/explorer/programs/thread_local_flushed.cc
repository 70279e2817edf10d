// expect: pass
// Each thread counts for itself; the destructors add up under a lock before the joins return.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex mutex;
int total = 0;

struct Count {
  int value = 0;
  ~Count() {
    std::lock_guard lock(mutex);
    total += value;
  }
};

thread_local Count count;

int main() {
  auto work = [] {
    ++count.value;
    ++count.value;
  };
  std::thread a(work);
  std::thread b(work);
  a.join();
  b.join();
  assert(total == 4);
}
