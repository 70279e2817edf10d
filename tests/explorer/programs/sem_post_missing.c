// expect: deadlock
// On its early way out the producer posts nothing.
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static sem_t ready;
static atomic_int cancelled;

static void* Produce(void* unused) {
  if (!atomic_load(&cancelled)) sem_post(&ready);
  return unused;
}

int main(void) {
  pthread_t thread;
  sem_init(&ready, 0, 0);
  pthread_create(&thread, NULL, Produce, NULL);
  atomic_store(&cancelled, 1);
  sem_wait(&ready);
  pthread_join(thread, NULL);
  sem_destroy(&ready);
  return 0;
}
