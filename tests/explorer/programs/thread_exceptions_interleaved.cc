// expect: pass
// Each thread has exceptions of its own: uncaught counts and handlers survive any switch.
#include <atomic>
#include <cassert>
#include <exception>
#include <thread>

std::atomic<int> turns{0};

void ThrowAndCatch(int mine) {
  try {
    turns.fetch_add(1);
    throw mine;
  } catch (int caught) {
    turns.fetch_add(1);
    assert(caught == mine);
    assert(std::uncaught_exceptions() == 0);
    assert(std::current_exception() != nullptr);
  }
}

int main() {
  std::thread a(ThrowAndCatch, 1);
  std::thread b(ThrowAndCatch, 2);
  a.join();
  b.join();
}
