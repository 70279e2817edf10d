// expect: pass
// Opposite orders, but always under a third lock: the cycle that lock-order checkers report is
// none.
#include <mutex>
#include <thread>

std::mutex gate;
std::mutex a;
std::mutex b;

int main() {
  std::thread child([] {
    std::lock_guard outer(gate);
    std::lock_guard first(a);
    std::lock_guard second(b);
  });
  {
    std::lock_guard outer(gate);
    std::lock_guard first(b);
    std::lock_guard second(a);
  }
  child.join();
}
