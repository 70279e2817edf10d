// expect: pass
// ~jthread joins: after the scope the children's writes are visible.
#include <cassert>
#include <thread>

int main() {
  int left = 0;
  int right = 0;
  {
    std::jthread a([&] { left = 1; });
    std::jthread b([&] { right = 2; });
  }
  assert(left + right == 3);
}
