// expect: forbidden
// What it changes in each round it changes back: nobody gets any further.
#include <memory>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

struct Gate {
  std::mutex mutex;
  int waiting = 0;
  bool open = false;
};

int main() {
  racelab_forbid_polling();
  auto gate = std::make_unique<Gate>();
  std::thread other([&] {
    std::lock_guard lock(gate->mutex);
    gate->open = true;
  });
  std::unique_lock lock(gate->mutex);
  while (!gate->open) {
    ++gate->waiting;
    lock.unlock();
    std::this_thread::yield();
    lock.lock();
    --gate->waiting;
  }
  lock.unlock();
  other.join();
}
