// expect: deadlock
// Spin locks in opposite orders: spinning for ever on a lock whose owner waits is a deadlock as
// well.
#include <pthread.h>

static pthread_spinlock_t a;
static pthread_spinlock_t b;

static void* Work(void* unused) {
  pthread_spin_lock(&a);
  pthread_spin_lock(&b);
  pthread_spin_unlock(&b);
  pthread_spin_unlock(&a);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_spin_init(&a, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_init(&b, PTHREAD_PROCESS_PRIVATE);
  pthread_create(&thread, NULL, Work, NULL);
  pthread_spin_lock(&b);
  pthread_spin_lock(&a);
  pthread_spin_unlock(&a);
  pthread_spin_unlock(&b);
  pthread_join(thread, NULL);
  return 0;
}
