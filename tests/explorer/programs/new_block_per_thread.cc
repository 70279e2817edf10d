// expect: pass
// Memory freed by one thread and given to another is new memory: no race with its past.
#include <cassert>
#include <memory>
#include <thread>

int main() {
  auto work = [](int value) {
    auto mine = std::make_unique<int>(value);
    ++*mine;
    assert(*mine == value + 1);
  };
  std::thread a(work, 1);
  std::thread b(work, 2);
  a.join();
  b.join();
}
