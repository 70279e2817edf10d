// expect: pass
// A guard unlocks while the exception passes.
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

std::mutex mutex;
std::atomic<bool> ready{false};
int failures = 0;

void Use() {
  std::lock_guard lock(mutex);
  if (!ready) throw std::runtime_error("too early");
}

int main() {
  std::thread child([] {
    try {
      Use();
    } catch (const std::exception&) {
      ++failures;
    }
  });
  ready = true;
  { std::lock_guard lock(mutex); }
  child.join();
  return failures <= 1 ? 0 : 1;
}
