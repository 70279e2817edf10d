// expect: pass
// A yield breaks the step: while one yields, another gets both forks.
#include <mutex>
#include <thread>

int main() {
  std::mutex forks[3];
  int meals = 0;
  std::mutex counting;
  const auto dine = [&](int seat) {
    std::mutex& left = forks[seat];
    std::mutex& right = forks[(seat + 1) % 3];
    for (;;) {
      left.lock();
      if (right.try_lock()) break;
      left.unlock();
      std::this_thread::yield();
    }
    {
      std::lock_guard lock(counting);
      ++meals;
    }
    right.unlock();
    left.unlock();
  };
  std::thread first(dine, 0), second(dine, 1), third(dine, 2);
  first.join();
  second.join();
  third.join();
  return meals == 3 ? 0 : 1;
}
