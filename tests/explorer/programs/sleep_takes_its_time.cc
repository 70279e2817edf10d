// expect: pass
// Time never goes back and a sleep is never shorter than asked, in virtual time too.
#include <cassert>
#include <chrono>
#include <thread>

int main() {
  using Clock = std::chrono::steady_clock;
  auto nap = [] {
    const auto before = Clock::now();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    assert(Clock::now() - before >= std::chrono::milliseconds(5));
  };
  std::thread child(nap);
  nap();
  child.join();
}
