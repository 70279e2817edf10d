// expect: pass
// Detached by an attribute: nobody need join. The wait on the semaphore is the last use of both.
#include <pthread.h>
#include <semaphore.h>

static sem_t done;
static int value;

static void* Work(void* unused) {
  value = 1;
  sem_post(&done);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  sem_init(&done, 0, 0);
  pthread_create(&thread, &attributes, Work, NULL);
  pthread_attr_destroy(&attributes);
  sem_wait(&done);
  return value == 1 ? 0 : 1;
}
