// expect: data-race
// An hour is taken for ever: when the lock is not got in time the write goes on without it.
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex mutex;
int counter = 0;

void Increment() {
  const bool locked = mutex.try_lock_for(std::chrono::hours(1));
  ++counter;
  if (locked) mutex.unlock();
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
}
