// expect: pass
// longjmp within one function of one thread is ordinary control flow.
#include <pthread.h>
#include <setjmp.h>

static void* Retry(void* result) {
  jmp_buf again;
  volatile int attempts = 0;
  if (setjmp(again) < 3) {
    attempts = attempts + 1;
    longjmp(again, attempts);
  }
  *(int*)result = attempts;
  return NULL;
}

int main(void) {
  pthread_t thread;
  int mine = 0;
  int theirs = 0;
  pthread_create(&thread, NULL, Retry, &theirs);
  Retry(&mine);
  pthread_join(thread, NULL);
  return mine == 3 && theirs == 3 ? 0 : 1;
}
