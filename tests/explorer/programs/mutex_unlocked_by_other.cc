// expect: undefined-behaviour
// The main thread locks, the child unlocks: only the owner may.
#include <mutex>
#include <thread>

std::mutex mutex;

int main() {
  mutex.lock();
  std::thread child([] { mutex.unlock(); });
  child.join();
}
