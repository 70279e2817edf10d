// Memory beyond an object is used. The pointer is volatile, or the compiler sees it all: the
// optimizer removes the dead store, and another sanitizer reports it first.
#include <cstdlib>

int main(int argc, char**) {
  char* volatile block = static_cast<char*>(std::malloc(8));
  block[8 + argc] = 1;
  std::free(block);
  return 0;
}
