// expect: pass
// std::counting_semaphore looks a few times and then sleeps.
#include <semaphore>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::counting_semaphore<2> full(0), empty(1);
  int slot = 0, sum = 0;
  std::thread producer([&] {
    for (int i = 1; i <= 2; ++i) {
      empty.acquire();
      slot = i;
      full.release();
    }
  });
  for (int i = 1; i <= 2; ++i) {
    full.acquire();
    sum += slot;
    empty.release();
  }
  producer.join();
  return sum == 3 ? 0 : 1;
}
