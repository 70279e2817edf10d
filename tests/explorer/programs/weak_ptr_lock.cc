// expect: pass
// weak_ptr::lock either owns or is empty, so the object lives as long as it is used.
#include <cassert>
#include <memory>
#include <thread>

int main() {
  auto owner = std::make_shared<int>(7);
  std::thread user([weak = std::weak_ptr<int>(owner)] {
    if (auto mine = weak.lock()) assert(*mine == 7);
  });
  owner.reset();
  user.join();
}
