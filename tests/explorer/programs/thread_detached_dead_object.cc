// expect: use-after-free
// Nothing makes the owner wait for the detached thread: it may touch the object after the delete.
#include <atomic>
#include <thread>

int main() {
  auto* hits = new std::atomic<int>(0);
  std::thread([hits] { hits->fetch_add(1); }).detach();
  delete hits;
}
