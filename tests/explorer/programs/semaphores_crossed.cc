// expect: deadlock
// Two semaphores used as locks and taken in opposite orders.
#include <semaphore>
#include <thread>

std::binary_semaphore a(1);
std::binary_semaphore b(1);

int main() {
  std::thread child([] {
    a.acquire();
    b.acquire();
    b.release();
    a.release();
  });
  b.acquire();
  a.acquire();
  a.release();
  b.release();
  child.join();
}
