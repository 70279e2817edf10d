// expect: pass
// The process may end while a detached thread is inside its critical section: that leaves no lock.
#include <mutex>
#include <thread>

std::mutex mutex;
int visits = 0;

int main() {
  std::thread([] {
    std::lock_guard lock(mutex);
    ++visits;
  }).detach();
  std::lock_guard lock(mutex);
  ++visits;
}
