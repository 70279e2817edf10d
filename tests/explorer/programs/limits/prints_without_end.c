// expect: hang
// Output without end neither fills the disk nor ends by itself.
#include <stdio.h>

int main(void) {
  for (;;) puts("and on it goes");
}
