// expect: wrong-value
// ETIMEDOUT is taken for impossible because the deadline is far away.
#include <assert.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void* Work(void* unused) {
  struct timespec deadline;
  clock_gettime(CLOCK_REALTIME, &deadline);
  deadline.tv_sec += 60;
  const int error = pthread_mutex_timedlock(&mutex, &deadline);
  assert(error == 0);
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
