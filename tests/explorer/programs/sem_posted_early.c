// expect: data-race
// The semaphore is posted before the value is written.
#include <pthread.h>
#include <semaphore.h>

static sem_t ready;
int value;

static void* Produce(void* unused) {
  sem_post(&ready);
  value = 5;
  return unused;
}

int main(void) {
  pthread_t thread;
  sem_init(&ready, 0, 0);
  pthread_create(&thread, NULL, Produce, NULL);
  sem_wait(&ready);
  const int seen = value;
  pthread_join(thread, NULL);
  sem_destroy(&ready);
  return seen < 0;
}
