// expect: pass
// Different elements are different memory locations, even when they share a machine word.
#include <cassert>
#include <thread>
#include <vector>

int main() {
  std::vector<unsigned char> values(4);
  std::thread a([&] { values[0] = 1; });
  std::thread b([&] { values[1] = 2; });
  values[2] = 3;
  a.join();
  b.join();
  assert(values[0] + values[1] + values[2] == 6);
}
