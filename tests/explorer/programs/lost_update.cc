// expect: data-race
// Two threads increment a plain int: the race is there in every schedule, the loss only in some.
#include <cassert>
#include <thread>

int counter = 0;

int main() {
  std::thread a([] { ++counter; });
  std::thread b([] { ++counter; });
  a.join();
  b.join();
  assert(counter == 2);
}
