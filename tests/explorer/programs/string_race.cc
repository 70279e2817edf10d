// expect: data-race
// One thread assigns a string, the other reads its length.
#include <string>
#include <thread>

std::string name = "short";

int main() {
  std::thread writer([] { name = "a much longer name that needs a block on the heap"; });
  const bool empty = name.empty();
  writer.join();
  return empty ? 1 : 0;
}
