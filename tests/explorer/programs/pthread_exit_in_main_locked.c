// expect: deadlock
// main leaves by pthread_exit with the lock still held, and the other thread waits for it.
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void* Work(void* unused) {
  pthread_mutex_lock(&mutex);
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_mutex_lock(&mutex);
  pthread_create(&thread, NULL, Work, NULL);
  pthread_detach(thread);
  pthread_exit(NULL);
}
