// expect: data-race
// Each caller has a once_flag of its own.
#include <mutex>
#include <thread>

int value = 0;

int Get() {
  std::once_flag once;
  std::call_once(once, [] { ++value; });
  return value;
}

int main() {
  std::thread child(Get);
  Get();
  child.join();
}
