// expect: deadlock
// The exception skips the unlock, is handled, and leaves the mutex locked in one of two schedules.
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

std::mutex mutex;
std::atomic<bool> ready{false};

void Use() {
  mutex.lock();
  if (!ready) throw std::runtime_error("too early");
  mutex.unlock();
}

int main() {
  std::thread child([] {
    try {
      Use();
    } catch (const std::exception&) {
    }
  });
  ready = true;
  std::lock_guard lock(mutex);
  child.detach();
}
