// expect: pass
// A failed try_lock is reported to the caller, who does without; nobody waits holding a lock.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int both = 0;

bool TakeBoth(std::mutex& first, std::mutex& second) {
  std::unique_lock outer(first);
  std::unique_lock inner(second, std::try_to_lock);
  if (!inner.owns_lock()) return false;
  ++both;
  return true;
}

int main() {
  int successes = 0;
  std::thread child([&] { successes += TakeBoth(a, b); });
  const bool mine = TakeBoth(b, a);
  child.join();
  return both == successes + mine ? 0 : 1;
}
