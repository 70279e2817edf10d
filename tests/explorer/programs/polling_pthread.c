// expect: forbidden
// A C program that tries a mutex and yields.
#include <pthread.h>
#include <sched.h>

void racelab_forbid_polling(void);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int count;

static void* Add(void* unused) {
  while (pthread_mutex_trylock(&mutex) != 0) sched_yield();
  ++count;
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  racelab_forbid_polling();
  pthread_t thread;
  pthread_create(&thread, NULL, Add, NULL);
  Add(NULL);
  pthread_join(thread, NULL);
  return count == 2 ? 0 : 1;
}
