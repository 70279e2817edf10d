// expect: data-race
// The ring accepts one item too many: the producer overwrites the slot that is being read.
#include <atomic>
#include <thread>

int slots[2];
std::atomic<unsigned> written{0};
std::atomic<unsigned> taken{0};

int main() {
  std::thread producer([] {
    for (unsigned at = 0; at < 3; ++at) {
      if (at - taken.load() > 2) break;
      slots[at % 2] = static_cast<int>(at) + 1;
      written.store(at + 1);
    }
  });
  int sum = 0;
  if (written.load() > 0) {
    sum += slots[0];
    taken.store(1);
  }
  producer.join();
  return sum >= 0 ? 0 : 1;
}
