// expect: data-race
// The second phase starts without a second wait: one thread reads what the other still writes.
#include <barrier>
#include <thread>

int cells[2][2];
std::barrier<> both(2);

void Run(int mine) {
  cells[0][mine] = 1;
  both.arrive_and_wait();
  cells[1][mine] = cells[0][1 - mine] + 1;
  cells[0][mine] = cells[1][1 - mine];
}

int main() {
  std::thread child(Run, 1);
  Run(0);
  child.join();
}
