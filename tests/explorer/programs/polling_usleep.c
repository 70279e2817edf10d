// expect: forbidden
// A C program that sleeps a little until the flag is up.
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

void racelab_forbid_polling(void);

static atomic_int ready;

static void* Raise(void* unused) {
  atomic_store(&ready, 1);
  return unused;
}

int main(void) {
  racelab_forbid_polling();
  pthread_t thread;
  pthread_create(&thread, NULL, Raise, NULL);
  while (!atomic_load(&ready)) usleep(500);
  return pthread_join(thread, NULL);
}
