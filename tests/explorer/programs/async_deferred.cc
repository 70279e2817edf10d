// expect: deadlock
// A deferred task runs inside get(): the caller waits for a latch that only its own next line
// counts.
#include <future>
#include <latch>

int main() {
  std::latch go(1);
  auto task = std::async(std::launch::deferred, [&] { go.wait(); });
  task.get();
  go.count_down();
}
