// expect: pass
// The callback runs once, in the stopper or in the constructor, whichever comes second.
#include <atomic>
#include <cassert>
#include <stop_token>
#include <thread>

int main() {
  std::stop_source source;
  std::atomic<int> calls{0};
  std::thread stopper([&] { source.request_stop(); });
  std::stop_callback callback(source.get_token(), [&] { calls.fetch_add(1); });
  stopper.join();
  assert(calls == 1);
}
