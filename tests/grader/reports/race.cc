// One side locks, the other does not: a data race on the heap.
#include <memory>
#include <mutex>
#include <thread>

class Counter {
 public:
  void Increment() {
    std::lock_guard lock(mutex_);
    ++value_;
  }
  int Value() const { return value_; }

 private:
  std::mutex mutex_;
  int value_ = 0;
};

int main() {
  auto counter = std::make_unique<Counter>();
  std::thread other([&] { counter->Increment(); });
  const int value = counter->Value();
  other.join();
  return value > 1;
}
