// expect: hang
// A loop without any step that another thread could see: nothing is scheduled, nothing ends.
#include <thread>

int main() {
  std::thread child([] {
    for (volatile unsigned i = 0;; i = i + 1) {
    }
  });
  child.join();
}
