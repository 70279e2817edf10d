// expect: pass
// sem_trywait and sem_timedwait may fail, with EAGAIN and ETIMEDOUT; sem_getvalue tells the count.
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

static sem_t permits;

static void* Take(void* taken) {
  struct timespec deadline;
  clock_gettime(CLOCK_REALTIME, &deadline);
  *(int*)taken = sem_timedwait(&permits, &deadline) == 0;
  if (!*(int*)taken) assert(errno == ETIMEDOUT);
  return NULL;
}

int main(void) {
  pthread_t thread;
  int theirs = 0;
  int left = 0;
  sem_init(&permits, 0, 1);
  pthread_create(&thread, NULL, Take, &theirs);
  const int mine = sem_trywait(&permits) == 0;
  if (!mine) assert(errno == EAGAIN);
  pthread_join(thread, NULL);
  sem_getvalue(&permits, &left);
  assert(mine + theirs + left == 1);
  sem_destroy(&permits);
  return 0;
}
