// expect: data-race
// The guard has no name, so it is a temporary that unlocks at the end of its own statement.
#include <mutex>
#include <thread>

int counter = 0;
std::mutex mutex;

void Increment() {
  std::lock_guard<std::mutex>{mutex};
  ++counter;
}

int main() {
  std::thread a(Increment);
  std::thread b(Increment);
  a.join();
  b.join();
}
