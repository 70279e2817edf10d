// expect: unsupported
// Memory without end: the exploration's own limit ends it, not the machine's.
#include <stdlib.h>
#include <string.h>

int main(void) {
  static void* last;
  for (;;) {
    void** block = malloc(1 << 20);
    if (block == NULL) return 1;
    memset(block, 1, 1 << 20);
    *block = last;
    last = block;
  }
}
