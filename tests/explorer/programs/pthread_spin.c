// expect: pass
// A pthread spin lock excludes and publishes.
#include <pthread.h>

static pthread_spinlock_t lock;
static int counter;

static void* Increment(void* unused) {
  pthread_spin_lock(&lock);
  ++counter;
  pthread_spin_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
  pthread_create(&thread, NULL, Increment, NULL);
  Increment(NULL);
  pthread_join(thread, NULL);
  pthread_spin_destroy(&lock);
  return counter == 2 ? 0 : 1;
}
