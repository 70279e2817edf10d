// expect: pass
// What a load returns keeps its object alive until the end of the expression. The library's
// function that lets go of it must be the program's own instance, not one of the explorer's.
#include <atomic>
#include <memory>
#include <thread>

int main() {
  std::atomic<std::shared_ptr<int>> current{std::make_shared<int>(1)};
  std::thread writer([&] { current.store(std::make_shared<int>(2)); });
  const int first = *current.load();
  const int second = *current.load();
  writer.join();
  return first <= second ? 0 : 1;
}
