// expect: unsupported
// Cancellation is not modelled.
#include <pthread.h>
#include <semaphore.h>

static sem_t never;

static void* Wait(void* unused) {
  sem_wait(&never);
  return unused;
}

int main(void) {
  pthread_t thread;
  sem_init(&never, 0, 0);
  pthread_create(&thread, NULL, Wait, NULL);
  pthread_cancel(thread);
  pthread_join(thread, NULL);
  return 0;
}
