// expect: pass
// The same turns with notify_all: every waiter looks, the right one goes on.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
int turn = 0;

void WaitFor(int mine) {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return turn == mine; });
  ++turn;
  changed.notify_all();
}

int main() {
  std::thread a(WaitFor, 1);
  std::thread b(WaitFor, 2);
  WaitFor(0);
  a.join();
  b.join();
  return turn == 3 ? 0 : 1;
}
