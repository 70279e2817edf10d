// expect: data-race
// Both tasks add to one plain sum.
#include <future>

int main() {
  int sum = 0;
  auto left = std::async(std::launch::async, [&] { sum += 1; });
  auto right = std::async(std::launch::async, [&] { sum += 2; });
  left.get();
  right.get();
  return sum > 0 ? 0 : 1;
}
