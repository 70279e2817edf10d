// expect: pass
// A timed wait that nobody signals ends with ETIMEDOUT, and its mutex is held again.
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static int entries;

static void* Enter(void* unused) {
  pthread_mutex_lock(&mutex);
  ++entries;
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  pthread_t thread;
  struct timespec deadline;
  pthread_create(&thread, NULL, Enter, NULL);
  clock_gettime(CLOCK_REALTIME, &deadline);
  deadline.tv_nsec += 2000000;
  if (deadline.tv_nsec >= 1000000000) {
    deadline.tv_nsec -= 1000000000;
    deadline.tv_sec += 1;
  }
  pthread_mutex_lock(&mutex);
  int error = 0;
  while (error == 0) error = pthread_cond_timedwait(&condition, &mutex, &deadline);
  assert(error == ETIMEDOUT);
  ++entries;
  pthread_mutex_unlock(&mutex);
  pthread_join(thread, NULL);
  return entries == 2 ? 0 : 1;
}
