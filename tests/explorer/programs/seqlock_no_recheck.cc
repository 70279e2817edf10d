// expect: wrong-value
// The version is checked before the copy only; the writer comes in the middle of it.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<unsigned> version{0};
std::atomic<int> first{0};
std::atomic<int> second{0};

void Write() {
  version = 1;
  first = 1;
  second = 1;
  version = 2;
}

int main() {
  std::thread writer(Write);
  if (version % 2 == 0) {
    const int a = first;
    const int b = second;
    assert(a == b);
  }
  writer.join();
}
