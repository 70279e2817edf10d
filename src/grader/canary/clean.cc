// A right program: a sanitizer that reports it would fail right submissions.
#include <memory>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  auto value = std::make_unique<int>(0);
  auto increment = [&] {
    for (int i = 0; i < 100; ++i) {
      std::lock_guard lock(mutex);
      ++*value;
    }
  };
  std::thread other(increment);
  increment();
  other.join();
  return *value == 200 ? 0 : 1;
}
