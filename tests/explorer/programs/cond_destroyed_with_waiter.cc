// expect: use-after-free
// The waiter is told to go on and main deletes the state while the waiter still leaves its wait.
#include <condition_variable>
#include <mutex>
#include <thread>

struct Gate {
  std::mutex mutex;
  std::condition_variable condition;
  bool open = false;
};

int main() {
  auto* gate = new Gate;
  std::thread waiter([gate] {
    std::unique_lock lock(gate->mutex);
    gate->condition.wait(lock, [gate] { return gate->open; });
  });
  {
    std::lock_guard lock(gate->mutex);
    gate->open = true;
    gate->condition.notify_one();
  }
  delete gate;
  waiter.join();
}
