// Who sees a write? A child adds to a copy of the variable, a thread to the variable itself.
//
//   after the child: 0
//   after the thread: 1
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

int counter = 0;

int main() {
  const pid_t child = fork();
  if (child < 0) {
    std::perror("fork");
    return 1;
  }
  if (child == 0) {
    ++counter;
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  std::printf("after the child: %d\n", counter);

  std::thread([] { ++counter; }).join();  // join() also orders its write before our read.
  std::printf("after the thread: %d\n", counter);
}
