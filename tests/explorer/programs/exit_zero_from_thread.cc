// expect: pass
// exit(0) in a thread ends the program in good order, wherever main is.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int> steps{0};

int main() {
  std::thread child([] { std::exit(0); });
  steps.fetch_add(1);
  child.join();
}
