// expect: deadlock
// A default mutex locked twice by its owner, once the counter says so.
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static atomic_int seen;

static void* Work(void* unused) {
  pthread_mutex_lock(&mutex);
  if (atomic_fetch_add(&seen, 1) == 1) pthread_mutex_lock(&mutex);
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Work, NULL);
  Work(NULL);
  pthread_join(thread, NULL);
  return 0;
}
