// expect: pass
// wait() blocks while the value is the old one; the store comes before the notification.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<int> ready{0};

int main() {
  std::thread waiter([] {
    ready.wait(0);
    assert(data == 42);
  });
  data = 42;
  ready.store(1);
  ready.notify_one();
  waiter.join();
}
