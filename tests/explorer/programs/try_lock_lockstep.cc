// expect: livelock
// Both politely give the first lock back and try again: in lockstep for ever, and nobody is unfair.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;

void TakeBoth(std::mutex& first, std::mutex& second) {
  for (;;) {
    first.lock();
    if (second.try_lock()) break;
    first.unlock();
  }
  second.unlock();
  first.unlock();
}

int main() {
  std::thread child([] { TakeBoth(a, b); });
  TakeBoth(b, a);
  child.join();
}
