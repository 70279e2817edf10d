// expect: unsupported
// system() starts a shell.
#include <stdlib.h>

int main(void) { return system("true"); }
