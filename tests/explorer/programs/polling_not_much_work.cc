// expect: pass
// Hundreds of equal operations that get somewhere, without waiting for anybody.
#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

struct Tally {
  std::mutex mutex;
  std::list<int> items;
  int reads = 0;
  std::atomic<int> steps{0};
};

int main() {
  racelab_forbid_polling();
  auto tally = std::make_unique<Tally>();
  std::thread other([&] {
    for (int i = 0; i < 150; ++i) {
      std::lock_guard lock(tally->mutex);
      tally->items.push_back(0);
    }
    for (int i = 0; i < 150; ++i) tally->steps.fetch_add(1, std::memory_order_relaxed);
  });
  other.join();
  std::thread reader([&] {
    const int table[150] = {};
    for (const int& entry : table) {
      std::lock_guard lock(tally->mutex);
      if (entry == 0) ++tally->reads;
    }
  });
  reader.join();
  return tally->items.size() == 150 && tally->reads == 150 ? 0 : 1;
}
