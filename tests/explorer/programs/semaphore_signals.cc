// expect: pass
// A release is kept until it is acquired, and orders what came before it.
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<2> items(0);
  int first = 0;
  int second = 0;
  std::thread producer([&] {
    first = 1;
    items.release();
    second = 2;
    items.release();
  });
  items.acquire();
  assert(first == 1);
  items.acquire();
  assert(second == 2);
  producer.join();
}
