// expect: forbidden
// A spin lock by hand: who waits for it is awake, as long as the holder takes.
#include <atomic>
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

class SpinLock {
 public:
  void lock() {
    while (flag_.test_and_set(std::memory_order_acquire)) {
    }
  }
  void unlock() { flag_.clear(std::memory_order_release); }

 private:
  std::atomic_flag flag_;
};

int main() {
  racelab_forbid_polling();
  SpinLock spin;
  int count = 0;
  const auto add = [&] {
    std::lock_guard lock(spin);
    ++count;
  };
  std::thread other(add);
  add();
  other.join();
  return count == 2 ? 0 : 1;
}
