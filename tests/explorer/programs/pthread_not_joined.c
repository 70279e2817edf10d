// expect: resource-leak
// Neither joined nor detached: the thread's stack and status are kept for nobody.
#include <pthread.h>
#include <semaphore.h>

static sem_t done;

static void* Work(void* unused) {
  sem_post(&done);
  return unused;
}

int main(void) {
  pthread_t thread;
  sem_init(&done, 0, 0);
  pthread_create(&thread, NULL, Work, NULL);
  sem_wait(&done);
  sem_destroy(&done);
  return 0;
}
