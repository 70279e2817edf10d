// expect: crash
// The same in main.
#include <atomic>

std::atomic<int> depth{0};

int Descend(int level) {
  volatile char frame[1024];
  frame[level % 1024] = static_cast<char>(level);
  depth = level;
  return Descend(level + 1) + frame[0];
}

int main() { return Descend(0); }
