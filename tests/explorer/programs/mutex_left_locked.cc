// expect: deadlock
// The early return forgets the unlock: the thread ends as the owner, and main can never lock.
#include <mutex>
#include <thread>

std::mutex mutex;
int stock = 0;

void Take() {
  mutex.lock();
  if (stock == 0) return;
  --stock;
  mutex.unlock();
}

int main() {
  std::thread child(Take);
  child.join();
  std::lock_guard lock(mutex);
}
