// expect: data-race
// The size is read while another thread inserts.
#include <map>
#include <thread>

std::map<int, int> ages = {{1, 10}, {2, 20}};

int main() {
  std::thread writer([] { ages.emplace(3, 30); });
  const bool some = ages.size() >= 2;
  writer.join();
  return some ? 0 : 1;
}
