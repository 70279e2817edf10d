// expect: deadlock
// The latch expects one more arrival than there are threads.
#include <latch>
#include <thread>

int main() {
  std::latch done(3);
  std::jthread a([&] { done.count_down(); });
  std::jthread b([&] { done.count_down(); });
  done.wait();
}
