// expect: crash
// Both threads mean to be the one that answers: the second set_value throws, uncaught.
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::thread other([&] { promise.set_value(1); });
  promise.set_value(2);
  other.join();
}
