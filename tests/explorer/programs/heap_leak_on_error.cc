// expect: leak
// The early return, taken in one order of the threads only, forgets the buffer.
#include <atomic>
#include <thread>

std::atomic<bool> cancelled{false};
std::atomic<int> sink{0};

void Work() {
  int* buffer = new int[4]();
  sink = buffer[0];
  if (cancelled) return;
  delete[] buffer;
}

int main() {
  std::thread worker(Work);
  cancelled = true;
  worker.join();
}
