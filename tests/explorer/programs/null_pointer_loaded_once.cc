// expect: pass
// The pointer is loaded once, then checked and followed.
#include <atomic>
#include <thread>

std::atomic<int> storage{1};
std::atomic<std::atomic<int>*> current{&storage};

int main() {
  std::thread resetter([] { current = nullptr; });
  if (auto* mine = current.load()) mine->fetch_add(1);
  resetter.join();
}
