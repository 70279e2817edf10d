// expect: pass
// A loop that asks the clock until its time has come must end: looking takes (virtual) time.
#include <chrono>
#include <thread>

int main() {
  using Clock = std::chrono::steady_clock;
  auto wait = [] {
    const auto end = Clock::now() + std::chrono::microseconds(1);
    while (Clock::now() < end) std::this_thread::yield();
  };
  std::thread child(wait);
  wait();
  child.join();
}
