// expect: pass
// Every thread owns a shared_ptr of its own to one object: the count is atomic, the last one
// deletes.
#include <cassert>
#include <memory>
#include <thread>

int main() {
  auto shared = std::make_shared<const int>(7);
  std::thread a([copy = shared] { assert(*copy == 7); });
  std::thread b([copy = shared]() mutable { copy.reset(); });
  shared.reset();
  a.join();
  b.join();
}
