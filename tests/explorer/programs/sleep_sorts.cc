// expect: wrong-value
// Sleep sort: the longer sleep may end first, since waking up takes as long as it takes.
#include <atomic>
#include <cassert>
#include <chrono>
#include <thread>

std::atomic<int> place{0};

int main() {
  int places[2];
  auto sleeper = [&](int index) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10 + 50 * index));
    places[index] = place.fetch_add(1);
  };
  std::thread a(sleeper, 0);
  std::thread b(sleeper, 1);
  a.join();
  b.join();
  assert(places[0] < places[1]);
}
