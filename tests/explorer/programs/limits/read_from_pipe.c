// expect: unsupported
// A read that waits for another thread's write: a way to block that is not modelled.
#include <pthread.h>
#include <unistd.h>

static int ends[2];

static void* Write(void* unused) {
  if (write(ends[1], "x", 1) != 1) _exit(1);
  return unused;
}

int main(void) {
  pthread_t thread;
  char byte = 0;
  if (pipe(ends) != 0) return 0;
  pthread_create(&thread, NULL, Write, NULL);
  const ssize_t got = read(ends[0], &byte, 1);
  pthread_join(thread, NULL);
  close(ends[0]);
  close(ends[1]);
  return got == 1 ? 0 : 1;
}
