// expect: pass
// Each phase reads what the other wrote in the phase before.
#include <barrier>
#include <cassert>
#include <thread>

int cells[2][2];
std::barrier<> both(2);

void Run(int mine) {
  cells[0][mine] = 1;
  both.arrive_and_wait();
  cells[1][mine] = cells[0][1 - mine] + 1;
  both.arrive_and_wait();
  assert(cells[1][1 - mine] == 2);
}

int main() {
  std::thread child(Run, 1);
  Run(0);
  child.join();
}
