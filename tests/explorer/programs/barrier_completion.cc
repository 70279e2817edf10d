// expect: pass
// The completion function runs once a phase, between all arrivals and all departures.
#include <barrier>
#include <cassert>
#include <thread>

int parts[2];
int total = 0;

int main() {
  auto sum = []() noexcept { total = parts[0] + parts[1]; };
  std::barrier both(2, sum);
  auto run = [&](int mine) {
    parts[mine] = mine + 1;
    both.arrive_and_wait();
    assert(total == 3);
  };
  std::thread child(run, 1);
  run(0);
  child.join();
}
