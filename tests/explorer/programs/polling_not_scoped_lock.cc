// expect: pass
// std::scoped_lock backs off and waits for the mutex that it did not get.
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::mutex left, right;
  int count = 0;
  std::thread other([&] {
    for (int i = 0; i < 2; ++i) {
      std::scoped_lock lock(left, right);
      ++count;
    }
  });
  for (int i = 0; i < 2; ++i) {
    std::scoped_lock lock(right, left);
    ++count;
  }
  other.join();
  return count == 4 ? 0 : 1;
}
