// expect: deadlock
// Two threads take two locks in opposite orders: each may hold one and wait for the other.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;

int main() {
  std::thread child([] {
    std::lock_guard first(a);
    std::lock_guard second(b);
  });
  {
    std::lock_guard first(b);
    std::lock_guard second(a);
  }
  child.join();
}
