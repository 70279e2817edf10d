// expect: use-after-free
// exit() destroys statics while the detached thread still uses what they own.
#include <atomic>
#include <thread>

struct Registry {
  std::atomic<int>* entries = new std::atomic<int>(0);
  ~Registry() { delete entries; }
};

Registry registry;

int main() {
  std::thread([] { registry.entries->fetch_add(1); }).detach();
}
