// expect: forbidden
// Only the second consumer polls, and only when the first one took the item.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

struct Queue {
  std::mutex mutex;
  std::condition_variable filled;
  int items = 0;
};

int main() {
  racelab_forbid_polling();
  auto queue = std::make_unique<Queue>();
  const auto push = [&] {
    {
      std::lock_guard lock(queue->mutex);
      ++queue->items;
    }
    queue->filled.notify_all();
  };
  std::thread waits([&] {
    std::unique_lock lock(queue->mutex);
    queue->filled.wait(lock, [&] { return queue->items > 0; });
    --queue->items;
  });
  std::thread polls([&] {
    std::unique_lock lock(queue->mutex);
    queue->filled.wait(lock, [&] { return queue->items > 0; });
    while (queue->items < 2) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    --queue->items;
  });
  for (int i = 0; i < 3; ++i) push();
  waits.join();
  polls.join();
}
