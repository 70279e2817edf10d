// expect: pass
// pthread_exit from a nested call ends the thread, runs its cleanup handlers, hands over its value.
#include <assert.h>
#include <pthread.h>

static int cleaned;

static void Clean(void* amount) { cleaned += *(int*)amount; }

static void Leave(int* value) { pthread_exit(value); }

static void* Work(void* value) {
  int one = 1;
  pthread_cleanup_push(Clean, &one);
  Leave(value);
  pthread_cleanup_pop(0);
  return NULL;
}

int main(void) {
  pthread_t thread;
  int value = 7;
  void* result = NULL;
  pthread_create(&thread, NULL, Work, &value);
  pthread_join(thread, &result);
  assert(result == &value);
  assert(cleaned == 1);
  return 0;
}
