// expect: data-race
// Two threads push into one vector without a lock; even reserved memory leaves the size unguarded.
#include <thread>
#include <vector>

int main() {
  std::vector<int> values;
  values.reserve(4);
  std::thread a([&] { values.push_back(1); });
  std::thread b([&] { values.push_back(2); });
  a.join();
  b.join();
}
