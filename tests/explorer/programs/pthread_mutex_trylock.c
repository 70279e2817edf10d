// expect: pass
// EBUSY from trylock is an answer: the thread does without.
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void* Increment(void* done) {
  if (pthread_mutex_trylock(&mutex) == EBUSY) return NULL;
  ++counter;
  *(int*)done = 1;
  pthread_mutex_unlock(&mutex);
  return NULL;
}

int main(void) {
  pthread_t thread;
  int mine = 0;
  int theirs = 0;
  pthread_create(&thread, NULL, Increment, &theirs);
  Increment(&mine);
  pthread_join(thread, NULL);
  return counter == mine + theirs ? 0 : 1;
}
