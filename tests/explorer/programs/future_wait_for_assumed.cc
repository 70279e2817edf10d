// expect: wrong-value
// wait_for may time out however long it is; the result is taken to be there.
#include <atomic>
#include <cassert>
#include <chrono>
#include <future>

int main() {
  std::atomic<bool> finished{false};
  auto future = std::async(std::launch::async, [&] { finished = true; });
  future.wait_for(std::chrono::seconds(30));
  assert(finished);
}
