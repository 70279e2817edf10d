// expect: data-race
// volatile orders nothing between threads and makes nothing atomic.
#include <thread>

volatile int counter = 0;

int main() {
  std::thread a([] { counter = counter + 1; });
  std::thread b([] { counter = counter + 1; });
  a.join();
  b.join();
}
