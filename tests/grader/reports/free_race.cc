// One thread deletes what another still reads.
#include <thread>

int main() {
  int* const shared = new int(1);
  volatile int sink = 0;
  std::thread reader([&] { sink = *shared; });
  delete shared;
  reader.join();
  return 0;
}
