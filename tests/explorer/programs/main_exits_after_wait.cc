// expect: pass
// Statics may be destroyed at exit because main first waits for the thread's last use of them.
#include <atomic>
#include <thread>

struct Registry {
  std::atomic<int>* entries = new std::atomic<int>(0);
  ~Registry() { delete entries; }
};

Registry registry;

int main() {
  std::thread worker([] { registry.entries->fetch_add(1); });
  worker.join();
  return registry.entries->load() == 1 ? 0 : 1;
}
