// expect: pass
// pthread_once runs the routine once, and everybody sees what it did.
#include <assert.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int value;

static void Initialize(void) { ++value; }

static void* Use(void* unused) {
  pthread_once(&once, Initialize);
  assert(value == 1);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Use, NULL);
  Use(NULL);
  pthread_join(thread, NULL);
  return 0;
}
