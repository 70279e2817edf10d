// expect: pass
// "Done" is set after the last use, so whoever sees it may delete.
#include <atomic>
#include <thread>

std::atomic<bool> done{false};

int main() {
  auto* value = new int(1);
  std::thread worker([value] {
    ++*value;
    done = true;
  });
  if (done) {
    delete value;
    worker.join();
    return 0;
  }
  worker.join();
  delete value;
}
