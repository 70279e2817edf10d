// expect: pass
// A binary semaphore that starts at 1 excludes.
#include <semaphore>
#include <thread>

std::binary_semaphore permit(1);
int counter = 0;

void Increment() {
  permit.acquire();
  ++counter;
  permit.release();
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
  return counter == 2 ? 0 : 1;
}
