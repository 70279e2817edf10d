// expect: wrong-value
// _exit with another status than 0, past every destructor, is not the end of the exploration.
#include <unistd.h>

#include <thread>

int main() {
  std::thread child([] { _exit(7); });
  child.join();
}
