// expect: pass
// A generation number tells this round from the next.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable all_here;
int arrived = 0;
int generation = 0;

void Arrive() {
  std::unique_lock lock(mutex);
  const int mine = generation;
  if (++arrived == 2) {
    arrived = 0;
    ++generation;
    all_here.notify_all();
    return;
  }
  all_here.wait(lock, [mine] { return generation != mine; });
}

int main() {
  std::thread child([] {
    Arrive();
    Arrive();
  });
  Arrive();
  Arrive();
  child.join();
  return generation == 2 ? 0 : 1;
}
