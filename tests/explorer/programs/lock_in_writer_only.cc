// expect: data-race
// A lock orders only those who take it: the reader does not.
#include <cstdlib>
#include <mutex>
#include <thread>

int balance = 0;
std::mutex mutex;

int main() {
  std::thread writer([] {
    std::scoped_lock lock(mutex);
    balance = 10;
  });
  std::thread reader([] {
    if (balance < 0) std::abort();
  });
  writer.join();
  reader.join();
}
