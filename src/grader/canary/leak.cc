// Memory that nothing points to any more when the program ends.
#include <cstdlib>
#include <cstring>

namespace {

// The pointer must not survive in a register or in a dead part of main's stack.
[[gnu::noinline]] void Leak() {
  void* volatile block = std::malloc(1000);
  std::memset(block, 1, 1000);
  block = nullptr;
}

[[gnu::noinline]] void OverwriteStack() {
  volatile char dead[4096];
  for (volatile char& byte : dead) byte = 0;
}

}  // namespace

int main() {
  Leak();
  OverwriteStack();
  return 0;
}
