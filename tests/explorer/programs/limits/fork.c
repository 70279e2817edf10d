// expect: unsupported
// fork would take one thread's half of the world along.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  return waitpid(child, NULL, 0) == child ? 0 : 1;
}
