// expect: pass
// atomic_flag waits through the library's table of waiters; notify_all reaches everyone.
#include <atomic>
#include <thread>

std::atomic_flag ready;

int main() {
  std::thread a([] { ready.wait(false); });
  std::thread b([] { ready.wait(false); });
  ready.test_and_set();
  ready.notify_all();
  a.join();
  b.join();
}
