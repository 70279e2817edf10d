// expect: data-race
// Both hold the lock for reading, and both write.
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int hits;

static void* Hit(void* unused) {
  pthread_rwlock_rdlock(&lock);
  ++hits;
  pthread_rwlock_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Hit, NULL);
  Hit(NULL);
  pthread_join(thread, NULL);
  return 0;
}
