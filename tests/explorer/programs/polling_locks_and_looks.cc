// expect: forbidden
// Takes the lock, looks, lets go, and so on, without a pause.
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

extern "C" void racelab_forbid_polling();

class Queue {
 public:
  void Push(int item) {
    std::lock_guard lock(mutex_);
    items_.push_back(item);
  }
  std::optional<int> TryPop() {
    std::lock_guard lock(mutex_);
    if (items_.empty()) return std::nullopt;
    const int item = items_.front();
    items_.pop_front();
    return item;
  }
  int Pop() {
    for (;;) {
      if (const std::optional<int> item = TryPop()) return *item;
    }
  }

 private:
  std::mutex mutex_;
  std::deque<int> items_;
};

int main() {
  racelab_forbid_polling();
  auto queue = std::make_unique<Queue>();
  std::thread producer([&] {
    queue->Push(1);
    queue->Push(2);
  });
  const int sum = queue->Pop() + queue->Pop();
  producer.join();
  return sum == 3 ? 0 : 1;
}
