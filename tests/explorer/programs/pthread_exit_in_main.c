// expect: pass
// main leaves by pthread_exit; the process lives until its last thread has ended, with status 0.
#include <pthread.h>
#include <stdatomic.h>

static atomic_int steps;

static void* Work(void* unused) {
  atomic_fetch_add(&steps, 1);
  atomic_fetch_add(&steps, 1);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Work, NULL);
  pthread_detach(thread);
  pthread_exit(NULL);
}
