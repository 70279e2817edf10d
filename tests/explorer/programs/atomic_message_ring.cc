// expect: pass
// One producer, one consumer: each index is released by its owner and acquired by the other.
#include <atomic>
#include <cassert>
#include <thread>

int slots[2];
std::atomic<unsigned> written{0};
std::atomic<unsigned> taken{0};

bool Put(int item) {
  const unsigned at = written.load(std::memory_order_relaxed);
  if (at - taken.load(std::memory_order_acquire) == 2) return false;
  slots[at % 2] = item;
  written.store(at + 1, std::memory_order_release);
  return true;
}

bool Take(int* item) {
  const unsigned at = taken.load(std::memory_order_relaxed);
  if (at == written.load(std::memory_order_acquire)) return false;
  *item = slots[at % 2];
  taken.store(at + 1, std::memory_order_release);
  return true;
}

int main() {
  std::thread producer([] {
    for (int item = 1; item <= 3; ++item) Put(item);
  });
  int last = 0;
  for (int i = 0; i < 3; ++i) {
    int item = 0;
    if (!Take(&item)) continue;
    assert(item > last);
    last = item;
  }
  producer.join();
}
