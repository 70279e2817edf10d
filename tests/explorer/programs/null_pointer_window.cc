// expect: crash
// The pointer is checked, reset by the other thread, loaded again and followed.
#include <atomic>
#include <thread>

std::atomic<int> storage{1};
std::atomic<std::atomic<int>*> current{&storage};

int main() {
  std::thread resetter([] { current = nullptr; });
  if (current.load() != nullptr) current.load()->fetch_add(1);
  resetter.join();
}
