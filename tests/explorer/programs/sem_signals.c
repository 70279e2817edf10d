// expect: pass
// sem_post is kept until sem_wait takes it, and orders what came before.
#include <pthread.h>
#include <semaphore.h>

static sem_t ready;
static int value;

static void* Produce(void* unused) {
  value = 5;
  sem_post(&ready);
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
  return seen == 5 ? 0 : 1;
}
