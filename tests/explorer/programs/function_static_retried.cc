// expect: pass
// When the initializer throws, the next caller tries again and succeeds.
#include <atomic>
#include <cassert>
#include <stdexcept>
#include <thread>

std::atomic<int> attempts{0};

int Make() {
  if (attempts.fetch_add(1) == 0) throw std::runtime_error("first");
  return 7;
}

int Get() {
  static const int value = Make();
  return value;
}

int GetOrMinusOne() {
  try {
    return Get();
  } catch (const std::runtime_error&) {
    return -1;
  }
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = GetOrMinusOne(); });
  const int mine = GetOrMinusOne();
  child.join();
  assert(mine + theirs == 6);
}
