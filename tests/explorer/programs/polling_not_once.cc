// expect: pass
// call_once, function statics and futures make those who come later sleep.
#include <future>
#include <mutex>

extern "C" void racelab_forbid_polling();

int Shared() {
  static std::mutex mutex;
  static int count = 0;
  std::lock_guard lock(mutex);
  return ++count;
}

int main() {
  racelab_forbid_polling();
  std::once_flag flag;
  int made = 0;
  auto task = [&] {
    std::call_once(flag, [&] { ++made; });
    return Shared();
  };
  std::future<int> other = std::async(std::launch::async, task);
  const int sum = task() + other.get();
  return made == 1 && sum == 3 ? 0 : 1;
}
