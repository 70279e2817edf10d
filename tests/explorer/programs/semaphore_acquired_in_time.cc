// expect: data-race
// The timed acquire is taken to succeed; when it times out the read races with the producer.
#include <chrono>
#include <semaphore>
#include <thread>

int main() {
  std::binary_semaphore ready(0);
  int value = 0;
  std::thread producer([&] {
    value = 5;
    ready.release();
  });
  (void)ready.try_acquire_for(std::chrono::seconds(20));
  const int seen = value;
  producer.join();
  return seen == 0 || seen == 5 ? 0 : 1;
}
