// expect: pass
// Everything before count_down happens before what follows wait.
#include <cassert>
#include <latch>
#include <thread>

int main() {
  std::latch done(2);
  int a = 0;
  int b = 0;
  std::jthread first([&] {
    a = 1;
    done.count_down();
  });
  std::jthread second([&] {
    b = 1;
    done.count_down();
  });
  done.wait();
  assert(a + b == 2);
}
