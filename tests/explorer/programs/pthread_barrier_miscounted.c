// expect: deadlock
// The barrier is for three and two come.
#include <pthread.h>

static pthread_barrier_t barrier;

static void* Run(void* unused) {
  pthread_barrier_wait(&barrier);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_barrier_init(&barrier, NULL, 3);
  pthread_create(&thread, NULL, Run, NULL);
  Run(NULL);
  pthread_join(thread, NULL);
  return 0;
}
