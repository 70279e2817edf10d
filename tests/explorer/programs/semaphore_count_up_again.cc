// expect: pass
// The count goes up, down and up again while a thread is about to sleep: libstdc++ 12 lets it sleep
// with a permit there (GCC 104928), which is no fault of this program.
#include <semaphore>
#include <thread>

std::counting_semaphore<> permits{0};

int main() {
  std::thread first([] {
    permits.acquire();
    permits.release();
  });
  std::thread second([] { permits.acquire(); });
  permits.release();
  permits.release();
  first.join();
  second.join();
}
