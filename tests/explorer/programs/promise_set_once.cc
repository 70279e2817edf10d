// expect: pass
// The second answer is refused with an exception that its thread handles.
#include <cassert>
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  auto answer = [&](int value) {
    try {
      promise.set_value(value);
    } catch (const std::future_error&) {
    }
  };
  std::thread other(answer, 1);
  answer(2);
  other.join();
  const int value = future.get();
  assert(value == 1 || value == 2);
}
