// expect: pass
// The transfer to oneself is recognised, any other takes both locks at once.
#include <cassert>
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 10;
};

void Transfer(Account& from, Account& to, int amount) {
  if (&from == &to) return;
  std::scoped_lock both(from.mutex, to.mutex);
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  Account x;
  Account y;
  std::thread there([&] { Transfer(x, y, 5); });
  Transfer(y, x, 3);
  Transfer(x, x, 5);
  there.join();
  assert(x.balance == 8 && y.balance == 12);
}
