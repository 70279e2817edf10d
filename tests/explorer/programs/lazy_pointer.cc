// expect: data-race
// First use without any lock: the pointer is read and written by both.
#include <memory>
#include <thread>

std::unique_ptr<int> instance;

int Get() {
  if (!instance) instance = std::make_unique<int>(7);
  return *instance;
}

int main() {
  std::thread child([] { Get(); });
  Get();
  child.join();
}
