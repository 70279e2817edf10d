// expect: pass
// std::atomic<shared_ptr> may be replaced while it is read. The library's own unlock is no race.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<std::shared_ptr<int>> current = std::make_shared<int>(1);

int main() {
  std::thread writer([] { current.store(std::make_shared<int>(2)); });
  const std::shared_ptr<int> mine = current.load();
  writer.join();
  const std::shared_ptr<int> last = current.load();
  return (*mine == 1 || *mine == 2) && *last == 2 ? 0 : 1;
}
