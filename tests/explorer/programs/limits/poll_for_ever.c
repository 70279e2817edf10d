// expect: unsupported
// poll on nothing, without a limit.
#include <poll.h>
#include <stddef.h>

int main(void) { return poll(NULL, 0, -1) == 0 ? 0 : 1; }
