// expect: wrong-value
// The balance is atomic and so is the subtraction, but the comparison is stale by then.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> balance{10};

void Withdraw() {
  if (balance >= 10) balance -= 10;
}

int main() {
  std::thread a(Withdraw);
  std::thread b(Withdraw);
  a.join();
  b.join();
  assert(balance >= 0);
}
