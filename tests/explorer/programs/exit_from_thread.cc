// expect: wrong-value
// A thread calls exit(3) when it finds itself first.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> main_was_first{false};

int main() {
  std::thread child([] {
    if (!main_was_first) std::exit(3);
  });
  main_was_first = true;
  child.join();
}
