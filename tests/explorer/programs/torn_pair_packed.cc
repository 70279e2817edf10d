// expect: pass
// Both halves live in one atomic word, so no reader sees one without the other.
#include <atomic>
#include <cassert>
#include <cstdint>
#include <thread>

struct alignas(8) Pair {
  std::int32_t first;
  std::int32_t second;
};

std::atomic<Pair> pair{Pair{0, 0}};

int main() {
  std::thread writer([] {
    Pair seen = pair.load();
    while (!pair.compare_exchange_strong(seen, Pair{seen.first + 1, seen.second + 1})) {
    }
  });
  const Pair seen = pair.load();
  assert(seen.first == seen.second);
  writer.join();
  assert(pair.load().second == 1);
}
