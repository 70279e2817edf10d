// expect: pass
// Acquire in front, release behind, a lock between: created once and published. A global keeps it.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
std::atomic<int*> instance{nullptr};
int created = 0;

int Get() {
  int* seen = instance.load(std::memory_order_acquire);
  if (seen == nullptr) {
    std::lock_guard lock(mutex);
    seen = instance.load(std::memory_order_relaxed);
    if (seen == nullptr) {
      seen = new int(7);
      ++created;
      instance.store(seen, std::memory_order_release);
    }
  }
  return *seen;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Get(); });
  const int mine = Get();
  child.join();
  return mine == 7 && theirs == 7 && created == 1 ? 0 : 1;
}
