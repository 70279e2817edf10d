// expect: deadlock
// Asking for the exclusive lock while holding a shared one: the thread waits for itself.
#include <mutex>
#include <shared_mutex>

std::shared_mutex mutex;
int cached = 0;

int main() {
  std::shared_lock reading(mutex);
  if (cached == 0) {
    std::unique_lock writing(mutex);
    cached = 1;
  }
}
