// expect: data-race
// The result is read after the unlock.
#include <mutex>
#include <thread>

std::mutex mutex;
int counter = 0;

int Next() {
  mutex.lock();
  ++counter;
  mutex.unlock();
  return counter;
}

int main() {
  int a = 0;
  std::thread child([&] { a = Next(); });
  const int b = Next();
  child.join();
  return a + b > 0 ? 0 : 1;
}
