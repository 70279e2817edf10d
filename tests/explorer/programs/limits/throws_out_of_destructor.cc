// expect: crash
// A destructor is noexcept: the exception ends the program before the thread's handler sees it.
#include <thread>

void Fail() { throw 1; }

struct Bad {
  ~Bad() { Fail(); }
};

int main() {
  std::thread child([] {
    try {
      Bad bad;
    } catch (int) {
    }
  });
  child.join();
}
