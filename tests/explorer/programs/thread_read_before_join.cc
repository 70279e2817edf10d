// expect: data-race
// The parent reads before it joins: creation ordered the child's start, nothing orders its write.
#include <cstdio>
#include <thread>

int main() {
  int value = 1;
  std::thread child([&] { value = 2; });
  const int seen = value;
  child.join();
  return seen == 1 || seen == 2 ? 0 : 1;
}
