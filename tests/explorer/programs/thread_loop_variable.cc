// expect: data-race
// The lambda captures the loop variable by reference, and the loop goes on while threads read it.
#include <atomic>
#include <thread>
#include <vector>

int main() {
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] { sum += i; });
  }
  for (auto& thread : threads) thread.join();
}
