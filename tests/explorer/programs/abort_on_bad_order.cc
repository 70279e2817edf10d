// expect: crash
// abort() is called when the child comes first.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> child_ran{false};

int main() {
  std::thread child([] { child_ran = true; });
  if (child_ran) std::abort();
  child.join();
}
