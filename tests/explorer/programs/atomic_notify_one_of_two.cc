// expect: lost-wakeup
// Two threads wait for the same change and one is woken.
#include <atomic>
#include <thread>

std::atomic<int> ready{0};

int main() {
  std::thread a([] { ready.wait(0); });
  std::thread b([] { ready.wait(0); });
  ready.store(1);
  ready.notify_one();
  a.join();
  b.join();
}
