// expect: wrong-value
// A detached thread may run on while exit() calls its handlers, and then sees that main is over.
#include <atomic>
#include <cassert>
#include <cstdlib>
#include <thread>

std::atomic<bool> main_is_over{false};

int main() {
  std::atexit([] { main_is_over = true; });
  std::thread([] { assert(!main_is_over); }).detach();
}
