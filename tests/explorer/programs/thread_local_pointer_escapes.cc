// expect: use-after-free
// The pointer leads into another thread's thread_local, whose memory goes when that thread ends.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<std::atomic<int>*> published{nullptr};
thread_local std::unique_ptr<std::atomic<int>> mine;

int main() {
  std::thread owner([] {
    mine = std::make_unique<std::atomic<int>>(1);
    published = mine.get();
  });
  if (auto* theirs = published.load()) theirs->fetch_add(1);
  owner.join();
}
