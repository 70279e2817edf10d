// expect: pass
// A recursive timed mutex: the owner gets it again at once, others may time out.
#include <chrono>
#include <mutex>
#include <thread>

std::recursive_timed_mutex mutex;
int inside = 0;

void Enter() {
  if (!mutex.try_lock_for(std::chrono::seconds(1))) return;
  std::lock_guard again(mutex);
  ++inside;
  mutex.unlock();
}

int main() {
  std::thread child(Enter);
  Enter();
  child.join();
  return inside <= 2 ? 0 : 1;
}
