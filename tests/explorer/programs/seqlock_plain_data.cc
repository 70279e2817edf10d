// expect: data-race
// The recheck throws a torn copy away, but reading plain data while it is written is a race
// already.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<unsigned> version{0};
int first = 0;
int second = 0;

void Write() {
  version = 1;
  first = 1;
  second = 1;
  version = 2;
}

int main() {
  std::thread writer(Write);
  const unsigned before = version;
  const int a = first;
  const int b = second;
  if (before % 2 == 0 && version == before) assert(a == b);
  writer.join();
}
