// expect: data-race
// Each side locks, but not the same mutex.
#include <mutex>
#include <thread>

int balance = 0;
std::mutex deposits;
std::mutex withdrawals;

int main() {
  std::thread a([] {
    std::scoped_lock lock(deposits);
    ++balance;
  });
  std::thread b([] {
    std::scoped_lock lock(withdrawals);
    --balance;
  });
  a.join();
  b.join();
}
