// expect: pass
// One try, and then a wait that ends only when the lock is free.
#include <mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::mutex mutex;
  int count = 0, waited = 0;
  const auto add = [&] {
    const bool at_once = mutex.try_lock();
    if (!at_once) mutex.lock();
    ++count;
    if (!at_once) ++waited;
    mutex.unlock();
  };
  std::thread first(add), second(add);
  add();
  first.join();
  second.join();
  return count == 3 ? 0 : 1;
}
