// expect: data-race
// The count is atomic, the shared_ptr itself is not: one thread copies it while another resets it.
#include <memory>
#include <thread>

std::shared_ptr<int> current = std::make_shared<int>(1);

int main() {
  std::thread writer([] { current = std::make_shared<int>(2); });
  std::shared_ptr<int> mine = current;
  writer.join();
  return *mine == 1 || *mine == 2 ? 0 : 1;
}
