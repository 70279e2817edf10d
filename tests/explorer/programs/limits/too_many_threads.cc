// expect: unsupported
// A thousand threads at once are more than one exploration carries.
#include <latch>
#include <thread>
#include <vector>

int main() {
  std::latch all(1000);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 1000; ++i) threads.emplace_back([&] { all.arrive_and_wait(); });
}
