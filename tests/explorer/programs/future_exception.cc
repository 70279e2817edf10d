// expect: pass
// An exception of an asynchronous task comes out of get().
#include <cassert>
#include <future>
#include <stdexcept>

int main() {
  auto future = std::async(std::launch::async, []() -> int { throw std::runtime_error("task"); });
  bool caught = false;
  try {
    future.get();
  } catch (const std::runtime_error&) {
    caught = true;
  }
  assert(caught);
}
