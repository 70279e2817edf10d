// expect: pass
// A value set in one thread is got in another, and so is everything written before.
#include <cassert>
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  int extra = 0;
  std::thread producer([&] {
    extra = 1;
    promise.set_value(41);
  });
  assert(future.get() + extra == 42);
  producer.join();
}
