// expect: forbidden
// Asks the future every now and then.
#include <chrono>
#include <future>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread other([&] { promise.set_value(3); });
  while (future.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
  }
  other.join();
  return future.get() == 3 ? 0 : 1;
}
