// expect: data-race
// Looking and taking are two steps: both threads see the lock free and both go in.
#include <atomic>
#include <thread>

std::atomic<bool> locked{false};
int counter = 0;

void Increment() {
  while (locked.load()) std::this_thread::yield();
  locked.store(true);
  ++counter;
  locked.store(false);
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
}
