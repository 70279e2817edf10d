// expect: leak
// Both create, one compare_exchange wins, and the loser's object is forgotten: in some schedules.
#include <atomic>
#include <thread>

std::atomic<int*> instance{nullptr};

int* Get() {
  int* seen = instance.load(std::memory_order_acquire);
  if (seen != nullptr) return seen;
  int* mine = new int(7);
  if (instance.compare_exchange_strong(seen, mine, std::memory_order_acq_rel)) return mine;
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
