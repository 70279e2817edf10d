// expect: pass
// A pthread barrier lets all through together and tells exactly one that it is the serial thread.
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static pthread_barrier_t barrier;
static atomic_int serial_threads;
static int cells[2];

static void* Run(void* argument) {
  const int mine = *(const int*)argument;
  cells[mine] = 1;
  if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) {
    atomic_fetch_add(&serial_threads, 1);
  }
  assert(cells[1 - mine] == 1);
  return NULL;
}

int main(void) {
  pthread_t thread;
  int zero = 0;
  int one = 1;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&thread, NULL, Run, &one);
  Run(&zero);
  pthread_join(thread, NULL);
  pthread_barrier_destroy(&barrier);
  assert(atomic_load(&serial_threads) == 1);
  return 0;
}
