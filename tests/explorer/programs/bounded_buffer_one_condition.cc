// expect: lost-wakeup
// Producers and consumers share a condition variable and notify_one: a wakeup goes to the wrong
// side.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool full = false;

void Put() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return !full; });
  full = true;
  changed.notify_one();
}

void Take() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return full; });
  full = false;
  changed.notify_one();
}

int main() {
  std::thread first_consumer(Take);
  std::thread second_consumer(Take);
  std::thread producer([] {
    Put();
    Put();
  });
  first_consumer.join();
  second_consumer.join();
  producer.join();
}
