// The classic pair, part one: fork() makes a second process, and both print their numbers.
//
//   parent: process 4711, its child is 4712
//   child: process 4712, its parent is 4711
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

int main() {
  const pid_t child =
      fork();  // Called once, returns twice: 0 in the child, its number in the parent.
  if (child < 0) {
    std::perror("fork");
    return 1;
  }
  if (child == 0) {
    std::printf("child: process %d, its parent is %d\n", getpid(), getppid());
    std::fflush(stdout);  // _exit() does not write out what still is in the buffer.
    _exit(0);
  }
  std::printf("parent: process %d, its child is %d\n", getpid(), child);
  return waitpid(child, nullptr, 0) == child ? 0 : 1;  // Or the child would stay as a zombie.
}
