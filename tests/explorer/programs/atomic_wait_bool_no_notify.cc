// expect: lost-wakeup
// The library waits for a bool on a word of its own: nobody changes that word without a notify.
#include <atomic>
#include <thread>

std::atomic<bool> ready{false};

int main() {
  std::thread waiter([] { ready.wait(false); });
  ready.store(true);
  waiter.join();
}
