// expect: forbidden
// A limit of zero is only a look, but a loop of looks goes round and round.
#include <chrono>
#include <future>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread other([&] { promise.set_value(3); });
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    std::this_thread::yield();
  }
  other.join();
  return future.get() == 3 ? 0 : 1;
}
