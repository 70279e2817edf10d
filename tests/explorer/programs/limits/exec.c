// expect: unsupported
// exec would replace the explorer.
#include <unistd.h>

int main(void) {
  execl("/bin/true", "true", (char*)NULL);
  return 0;
}
