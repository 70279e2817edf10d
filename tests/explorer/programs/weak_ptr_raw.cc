// expect: use-after-free
// The check says alive, the owner deletes, and the raw pointer is used.
#include <atomic>
#include <memory>
#include <thread>

int main() {
  auto owner = std::shared_ptr<std::atomic<int>>(new std::atomic<int>(7));
  std::thread user([weak = std::weak_ptr(owner), raw = owner.get()] {
    if (!weak.expired()) raw->fetch_add(1);
  });
  owner.reset();
  user.join();
}
