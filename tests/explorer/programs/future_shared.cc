// expect: pass
// Two threads wait on copies of one shared_future.
#include <cassert>
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::shared_future<int> shared = promise.get_future().share();
  std::thread a([shared] { assert(shared.get() == 3); });
  std::thread b([shared] { assert(shared.get() == 3); });
  promise.set_value(3);
  a.join();
  b.join();
}
