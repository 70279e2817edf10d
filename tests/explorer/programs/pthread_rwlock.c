// expect: pass
// Two readers and a writer over a pthread_rwlock.
#include <assert.h>
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int first;
static int second;

static void* Read(void* unused) {
  pthread_rwlock_rdlock(&lock);
  assert(first == second);
  pthread_rwlock_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t readers[2];
  pthread_create(&readers[0], NULL, Read, NULL);
  pthread_create(&readers[1], NULL, Read, NULL);
  pthread_rwlock_wrlock(&lock);
  ++first;
  ++second;
  pthread_rwlock_unlock(&lock);
  pthread_join(readers[0], NULL);
  pthread_join(readers[1], NULL);
  pthread_rwlock_destroy(&lock);
  return 0;
}
