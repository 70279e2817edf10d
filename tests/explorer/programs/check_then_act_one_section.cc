// expect: pass
// The check and the act are in one critical section.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex mutex;
int balance = 10;

void Withdraw() {
  std::scoped_lock lock(mutex);
  if (balance >= 10) balance -= 10;
}

int main() {
  std::thread a(Withdraw);
  std::thread b(Withdraw);
  a.join();
  b.join();
  assert(balance == 0);
}
