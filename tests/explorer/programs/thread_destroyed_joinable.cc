// expect: crash
// When the flag is seen early, main leaves the scope without a join: ~thread calls terminate.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> done{false};
  std::thread child([&] { done = true; });
  if (done) return 0;
  child.join();
}
