// expect: wrong-value
// Two atomics kept in step are not one: a reader sees one of them new and the other old.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> first{0};
std::atomic<int> second{0};

int main() {
  std::thread writer([] {
    first = 1;
    second = 1;
  });
  const int a = first;
  const int b = second;
  assert(a == b);
  writer.join();
}
