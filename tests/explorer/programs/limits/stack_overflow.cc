// expect: crash
// Recursion without end in a thread runs into the end of its stack.
#include <atomic>
#include <thread>

std::atomic<int> depth{0};

int Descend(int level) {
  volatile char frame[1024];
  frame[level % 1024] = static_cast<char>(level);
  depth = level;
  return Descend(level + 1) + frame[0];
}

int main() {
  int result = 0;
  std::thread child([&] { result = Descend(0); });
  child.join();
  return result;
}
