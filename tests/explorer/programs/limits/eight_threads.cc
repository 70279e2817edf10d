// expect: pass
// Eight threads are too many to try every schedule, not too many to explore.
#include <atomic>
#include <thread>
#include <vector>

int main() {
  std::atomic<int> sum{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 7; ++i) threads.emplace_back([&] { sum.fetch_add(1); });
  }
  return sum == 7 ? 0 : 1;
}
