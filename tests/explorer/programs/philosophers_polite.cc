// expect: livelock
// Each takes one fork, tries for the other, puts the first back, and so on, all in step.
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
