// expect: pass
// The task is run by another thread, its result is got here.
#include <cassert>
#include <future>
#include <thread>

int main() {
  std::packaged_task<int(int)> task([](int x) { return x + 1; });
  auto future = task.get_future();
  std::thread runner(std::move(task), 41);
  assert(future.get() == 42);
  runner.join();
}
