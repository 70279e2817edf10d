// expect: deadlock
// A transfer from an account to itself locks the same plain mutex twice.
#include <mutex>

struct Account {
  std::mutex mutex;
  int balance = 10;
};

void Transfer(Account& from, Account& to, int amount) {
  std::lock_guard first(from.mutex);
  std::lock_guard second(to.mutex);
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  Account account;
  Transfer(account, account, 5);
}
