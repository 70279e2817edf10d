// expect: pass
// Each task returns its part; nothing is shared.
#include <cassert>
#include <future>

int main() {
  auto left = std::async(std::launch::async, [] { return 1; });
  auto right = std::async(std::launch::async, [] { return 2; });
  assert(left.get() + right.get() == 3);
}
