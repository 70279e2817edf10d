// expect: crash
// An exception that leaves a thread's function ends the program, whoever would like to catch it.
#include <stdexcept>
#include <thread>

int main() {
  try {
    std::thread child([] { throw std::runtime_error("lost"); });
    child.join();
  } catch (const std::exception&) {
    return 0;
  }
}
