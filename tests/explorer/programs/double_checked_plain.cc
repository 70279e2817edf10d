// expect: data-race
// The first check reads a plain pointer outside the lock.
#include <mutex>
#include <thread>

std::mutex mutex;
int* instance = nullptr;

int Get() {
  if (instance == nullptr) {
    std::lock_guard lock(mutex);
    if (instance == nullptr) instance = new int(7);
  }
  return *instance;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Get(); });
  const int mine = Get();
  child.join();
  return mine == 7 && theirs == 7 ? 0 : 1;
}
