// expect: data-race
// The result of try_lock is dropped: without the lock the increment races.
#include <mutex>
#include <thread>

std::mutex mutex;
int counter = 0;

void Increment() {
  const bool locked = mutex.try_lock();
  ++counter;
  if (locked) mutex.unlock();
}

int main() {
  std::thread a(Increment);
  std::thread b(Increment);
  a.join();
  b.join();
}
