// expect: wrong-value
// Two locked sections where one is needed: both threads see 10 and both withdraw it. No race.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex mutex;
int balance = 10;

int Get() {
  std::scoped_lock lock(mutex);
  return balance;
}

void Add(int amount) {
  std::scoped_lock lock(mutex);
  balance += amount;
}

void Withdraw() {
  if (Get() >= 10) Add(-10);
}

int main() {
  std::thread a(Withdraw);
  std::thread b(Withdraw);
  a.join();
  b.join();
  assert(Get() >= 0);
}
