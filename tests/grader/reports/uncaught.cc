// An exception leaves a thread.
#include <stdexcept>
#include <thread>

int main() {
  std::thread thread([] { throw std::runtime_error("nobody home"); });
  thread.join();
  return 0;
}
