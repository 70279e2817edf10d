// expect: data-race
// The sleep makes the bad schedule rare; it orders nothing.
#include <chrono>
#include <thread>

int main() {
  int value = 0;
  std::thread child([&] { value = 1; });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const int seen = value;
  child.join();
  return seen >= 0 ? 0 : 1;
}
