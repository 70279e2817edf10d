// expect: pass
// A buffer of one slot with a condition variable for each side and predicates on both.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable not_full;
std::condition_variable not_empty;
int slot = 0;

void Put(int item) {
  std::unique_lock lock(mutex);
  not_full.wait(lock, [] { return slot == 0; });
  slot = item;
  not_empty.notify_one();
}

int Take() {
  std::unique_lock lock(mutex);
  not_empty.wait(lock, [] { return slot != 0; });
  const int item = slot;
  slot = 0;
  not_full.notify_one();
  return item;
}

int main() {
  std::thread producer([] {
    Put(1);
    Put(2);
  });
  assert(Take() == 1);
  assert(Take() == 2);
  producer.join();
}
