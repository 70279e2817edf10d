// expect: pass
// scoped_lock of both backs off instead of waiting while it holds one: no order, no deadlock.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int both = 0;

int main() {
  std::thread child([] {
    std::scoped_lock lock(a, b);
    ++both;
  });
  {
    std::scoped_lock lock(b, a);
    ++both;
  }
  child.join();
  return both == 2 ? 0 : 1;
}
