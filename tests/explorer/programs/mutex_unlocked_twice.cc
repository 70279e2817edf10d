// expect: undefined-behaviour
// Unlocking a mutex that nobody holds.
#include <mutex>
#include <thread>

std::mutex mutex;

int main() {
  std::thread child([] {
    mutex.lock();
    mutex.unlock();
    mutex.unlock();
  });
  child.join();
}
