// expect: lost-wakeup
// A fast thread enters the second round and resets the count before the slow one has left the
// first.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable all_here;
int arrived = 0;

void Arrive() {
  std::unique_lock lock(mutex);
  if (++arrived % 2 == 0) {
    all_here.notify_all();
    return;
  }
  all_here.wait(lock, [] { return arrived % 2 == 0; });
}

int main() {
  std::thread child([] {
    Arrive();
    Arrive();
  });
  Arrive();
  Arrive();
  child.join();
}
