// expect: data-race
// A semaphore that starts at 2 lets two threads in.
#include <semaphore>
#include <thread>

std::counting_semaphore<2> permits(2);
int counter = 0;

void Increment() {
  permits.acquire();
  ++counter;
  permits.release();
}

int main() {
  std::thread child(Increment);
  Increment();
  child.join();
}
