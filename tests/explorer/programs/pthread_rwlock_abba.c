// expect: deadlock
// Each reads under one lock and waits to write under the other: a cycle over two rwlocks.
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t gate = PTHREAD_RWLOCK_INITIALIZER;

static void* Work(void* unused) {
  pthread_rwlock_rdlock(&lock);
  pthread_rwlock_wrlock(&gate);
  pthread_rwlock_unlock(&gate);
  pthread_rwlock_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Work, NULL);
  pthread_rwlock_rdlock(&gate);
  pthread_rwlock_wrlock(&lock);
  pthread_rwlock_unlock(&lock);
  pthread_rwlock_unlock(&gate);
  pthread_join(thread, NULL);
  return 0;
}
