// expect: pass
// longjmp out of nested calls that hold a lock's guard by hand, back to the loop that set it.
#include <pthread.h>
#include <setjmp.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int tries;

static void Fail(jmp_buf again, int depth) {
  if (depth > 0) Fail(again, depth - 1);
  pthread_mutex_unlock(&mutex);
  longjmp(again, 1);
}

static void* Work(void* unused) {
  jmp_buf again;
  if (setjmp(again) == 0) {
    pthread_mutex_lock(&mutex);
    ++tries;
    Fail(again, 3);
  }
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Work, NULL);
  Work(NULL);
  pthread_join(thread, NULL);
  return tries == 2 ? 0 : 1;
}
