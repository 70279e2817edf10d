// expect: data-race
// Every call locks a mutex of its own.
#include <mutex>
#include <thread>

int counter = 0;

void Increment() {
  std::mutex mutex;
  std::scoped_lock lock(mutex);
  ++counter;
}

int main() {
  std::thread a(Increment);
  std::thread b(Increment);
  a.join();
  b.join();
}
