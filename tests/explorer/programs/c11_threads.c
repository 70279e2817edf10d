// expect: pass
// C's own <threads.h>: thrd_create, mtx_lock, cnd_wait, call_once.
#include <assert.h>
#include <threads.h>

static mtx_t mutex;
static cnd_t condition;
static once_flag once = ONCE_FLAG_INIT;
static int ready;

static void Initialize(void) {
  mtx_init(&mutex, mtx_plain);
  cnd_init(&condition);
}

static int Produce(void* unused) {
  (void)unused;
  call_once(&once, Initialize);
  mtx_lock(&mutex);
  ready = 1;
  cnd_signal(&condition);
  mtx_unlock(&mutex);
  return 5;
}

int main(void) {
  thrd_t thread;
  int result = 0;
  thrd_create(&thread, Produce, NULL);
  call_once(&once, Initialize);
  mtx_lock(&mutex);
  while (!ready) cnd_wait(&condition, &mutex);
  mtx_unlock(&mutex);
  thrd_join(thread, &result);
  cnd_destroy(&condition);
  mtx_destroy(&mutex);
  return result == 5 ? 0 : 1;
}
