// Memory beyond an object is used. Through volatile, or the optimizer removes the dead store.
#include <cstdlib>

int main(int argc, char**) {
  volatile char* const block = static_cast<char*>(std::malloc(8));
  block[8 + argc] = 1;
  std::free(const_cast<char*>(block));
  return 0;
}
