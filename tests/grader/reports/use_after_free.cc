// A detached view of freed memory, used by another thread.
#include <thread>

int main() {
  int* const shared = new int[4]();
  delete[] shared;
  volatile int sink = 0;
  std::thread reader([&] { sink = shared[1]; });
  reader.join();
  return 0;
}
