// expect: pass
// The mutex is destroyed after the join of its last user.
#include <pthread.h>

static pthread_mutex_t mutex;
static int uses;

static void* Work(void* unused) {
  pthread_mutex_lock(&mutex);
  ++uses;
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_mutex_init(&mutex, NULL);
  pthread_create(&thread, NULL, Work, NULL);
  Work(NULL);
  pthread_join(thread, NULL);
  pthread_mutex_destroy(&mutex);
  return uses == 2 ? 0 : 1;
}
