// expect: data-race
// The pointer is atomic but relaxed: the object that it points to is not published.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
std::atomic<int*> instance{nullptr};

int Get() {
  int* seen = instance.load(std::memory_order_relaxed);
  if (seen == nullptr) {
    std::lock_guard lock(mutex);
    seen = instance.load(std::memory_order_relaxed);
    if (seen == nullptr) {
      seen = new int(7);
      instance.store(seen, std::memory_order_relaxed);
    }
  }
  return *seen;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Get(); });
  const int mine = Get();
  child.join();
  return mine == 7 && theirs == 7 ? 0 : 1;
}
