// expect: pass
// After a time-out the code waits without a limit.
#include <atomic>
#include <cassert>
#include <chrono>
#include <future>

int main() {
  std::atomic<bool> finished{false};
  auto future = std::async(std::launch::async, [&] { finished = true; });
  if (future.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) future.wait();
  assert(finished);
}
