// expect: pass
// Polling with short sleeps is clumsy but right: it ends as soon as the flag is seen.
#include <atomic>
#include <chrono>
#include <thread>

int main() {
  std::atomic<bool> ready{false};
  std::thread child([&] { ready = true; });
  while (!ready) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  child.join();
}
