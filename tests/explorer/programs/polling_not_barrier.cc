// expect: pass
// std::barrier and std::latch look a few times and then sleep.
#include <barrier>
#include <latch>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::barrier barrier(2);
  std::latch started(1);
  int left = 0, right = 0;
  std::thread other([&] {
    started.count_down();
    left = 1;
    barrier.arrive_and_wait();
    right += left;
    barrier.arrive_and_wait();
  });
  started.wait();
  barrier.arrive_and_wait();
  barrier.arrive_and_wait();
  other.join();
  return right == 1 ? 0 : 1;
}
