// expect: pass
// Shared and exclusive timed locks, both outcomes handled. TSan flags this right program.
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_timed_mutex mutex;
int value = 0;

void Write() {
  std::unique_lock lock(mutex, std::chrono::milliseconds(1));
  if (lock.owns_lock()) ++value;
}

int main() {
  std::thread writer(Write);
  int seen = 0;
  {
    std::shared_lock lock(mutex, std::chrono::milliseconds(1));
    if (lock.owns_lock()) seen = value;
  }
  writer.join();
  return seen == 0 || seen == 1 ? 0 : 1;
}
