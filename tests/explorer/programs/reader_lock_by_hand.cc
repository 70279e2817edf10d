// expect: pass
// The first reader locks out the writer, the last lets it in: a count under a lock of its own.
#include <cassert>
#include <mutex>
#include <semaphore>
#include <thread>

std::mutex count_mutex;
std::binary_semaphore room_empty(1);
int readers = 0;
int value = 0;

void Read() {
  {
    std::lock_guard lock(count_mutex);
    if (++readers == 1) room_empty.acquire();
  }
  assert(value == 0 || value == 2);
  std::lock_guard lock(count_mutex);
  if (--readers == 0) room_empty.release();
}

int main() {
  std::thread reader(Read);
  room_empty.acquire();
  ++value;
  ++value;
  room_empty.release();
  Read();
  reader.join();
}
