// expect: data-race
// A plain flag in front of call_once is read while the initializer writes it.
#include <mutex>
#include <thread>

std::once_flag once;
bool initialized = false;
int value = 0;

int Get() {
  if (!initialized) {
    std::call_once(once, [] {
      value = 7;
      initialized = true;
    });
  }
  return value;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Get(); });
  const int mine = Get();
  child.join();
  return mine == 7 && theirs == 7 ? 0 : 1;
}
