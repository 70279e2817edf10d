// expect: data-race
// The latch says that the function is done; the thread_local's destructor still writes after that.
#include <latch>
#include <thread>

int total = 0;

struct Flusher {
  int pending = 0;
  ~Flusher() { total += pending; }
};

thread_local Flusher flusher;

int main() {
  std::latch done(1);
  std::thread worker([&] {
    flusher.pending = 1;
    done.count_down();
  });
  done.wait();
  const int seen = total;
  worker.join();
  return seen + total >= 0 ? 0 : 1;
}
