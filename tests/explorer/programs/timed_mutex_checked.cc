// expect: pass
// Both ways out of try_lock_for are handled. TSan flags this right program on g++ and clang 14.
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex mutex;
int counter = 0;

int Increment() {
  if (!mutex.try_lock_for(std::chrono::milliseconds(5))) return 0;
  ++counter;
  mutex.unlock();
  return 1;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Increment(); });
  const int mine = Increment();
  child.join();
  return counter == mine + theirs ? 0 : 1;
}
