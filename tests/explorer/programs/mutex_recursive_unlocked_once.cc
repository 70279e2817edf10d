// expect: deadlock
// Locked twice, unlocked once: the thread ends as the owner, and the next locker waits for ever.
#include <mutex>
#include <thread>

std::recursive_mutex mutex;

int main() {
  std::thread child([] {
    mutex.lock();
    mutex.lock();
    mutex.unlock();
  });
  child.join();
  std::lock_guard lock(mutex);
}
