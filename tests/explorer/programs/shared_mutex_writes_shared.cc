// expect: data-race
// A write under a shared lock: two holders write at the same time.
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
int hits = 0;

void Look() {
  std::shared_lock lock(mutex);
  ++hits;
}

int main() {
  std::thread child(Look);
  Look();
  child.join();
}
