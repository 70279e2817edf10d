// expect: data-race
// The latch is counted down before the work is done.
#include <latch>
#include <thread>

int main() {
  std::latch done(1);
  int value = 0;
  std::jthread worker([&] {
    done.count_down();
    value = 1;
  });
  done.wait();
  return value >= 0 ? 0 : 1;
}
