// expect: data-race
// Neighbouring bits of a vector<bool> are one memory location: two writers race.
#include <thread>
#include <vector>

int main() {
  std::vector<bool> bits(8);
  std::thread a([&] { bits[0] = true; });
  std::thread b([&] { bits[1] = true; });
  a.join();
  b.join();
}
