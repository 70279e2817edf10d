// expect: forbidden
// The consumer sleeps between two looks, in place of a condition variable.
#include <chrono>
#include <deque>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

std::mutex mutex;
std::deque<int> items;

int Pop() {
  for (;;) {
    {
      std::lock_guard lock(mutex);
      if (!items.empty()) {
        const int item = items.front();
        items.pop_front();
        return item;
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

int main() {
  racelab_forbid_polling();
  std::thread producer([] {
    std::lock_guard lock(mutex);
    items.push_back(7);
  });
  const int item = Pop();
  producer.join();
  return item == 7 ? 0 : 1;
}
