// expect: pass
// The loser of the compare_exchange deletes its own object and uses the winner's.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<int*> instance{nullptr};

int* Get() {
  int* seen = instance.load(std::memory_order_acquire);
  if (seen != nullptr) return seen;
  auto mine = std::make_unique<int>(7);
  if (instance.compare_exchange_strong(seen, mine.get(), std::memory_order_acq_rel)) {
    return mine.release();
  }
  return seen;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = *Get(); });
  const int mine = *Get();
  child.join();
  delete instance.load();
  return mine == 7 && theirs == 7 ? 0 : 1;
}
