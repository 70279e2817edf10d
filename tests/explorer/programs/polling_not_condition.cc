// expect: pass
// Predicate loops around a wait: the thread sleeps in each round, also after a spurious wakeup.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

class Queue {
 public:
  void Push(int item) {
    std::unique_lock lock(mutex_);
    while (items_.size() == 1) room_.wait(lock);
    items_.push_back(item);
    filled_.notify_one();
  }
  int Pop() {
    std::unique_lock lock(mutex_);
    while (items_.empty()) filled_.wait(lock);
    const int item = items_.front();
    items_.pop_front();
    room_.notify_one();
    return item;
  }

 private:
  std::mutex mutex_;
  std::condition_variable filled_, room_;
  std::deque<int> items_;
};

int main() {
  racelab_forbid_polling();
  auto queue = std::make_unique<Queue>();
  std::thread producer([&] {
    for (int i = 1; i <= 3; ++i) queue->Push(i);
  });
  int sum = 0;
  for (int i = 0; i < 3; ++i) sum += queue->Pop();
  producer.join();
  return sum == 6 ? 0 : 1;
}
