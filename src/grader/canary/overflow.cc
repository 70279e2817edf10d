// Memory beyond an object is used. The pointer is volatile, so the compiler does not know the
// object (another sanitizer would report first), and what it points to is, so the store is not
// removed.
#include <cstdlib>

int main(int argc, char**) {
  void* volatile block = std::malloc(8);
  static_cast<volatile char*>(block)[8 + argc] = 1;
  std::free(block);
  return 0;
}
