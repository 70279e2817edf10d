// expect: use-after-free
// The owner deletes as soon as it sees "begun"; the worker is not done.
#include <atomic>
#include <thread>

std::atomic<bool> begun{false};

int main() {
  auto* value = new std::atomic<int>(1);
  std::thread worker([value] {
    begun = true;
    value->fetch_add(1);
  });
  if (begun) {
    delete value;
    worker.join();
    return 0;
  }
  worker.join();
  delete value;
}
