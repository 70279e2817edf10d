// expect: pass
// std::scoped_lock backs off from two locks of the program's own as it does from mutexes.
#include <atomic>
#include <mutex>
#include <thread>

class Spin {
 public:
  void lock() {
    while (locked_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
  }
  bool try_lock() { return !locked_.test_and_set(std::memory_order_acquire); }
  void unlock() { locked_.clear(std::memory_order_release); }

 private:
  std::atomic_flag locked_;
};

Spin a;
Spin b;
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
