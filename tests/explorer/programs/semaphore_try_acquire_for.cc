// expect: pass
// A timed acquire may fail at any load; both answers are handled.
#include <chrono>
#include <semaphore>
#include <thread>

int main() {
  std::binary_semaphore ready(0);
  int value = 0;
  std::thread producer([&] {
    value = 5;
    ready.release();
  });
  if (ready.try_acquire_for(std::chrono::milliseconds(20)) && value != 5) return 1;
  producer.join();
  return value == 5 ? 0 : 1;
}
