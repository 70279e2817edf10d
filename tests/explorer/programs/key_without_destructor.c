// expect: leak
// Nobody frees what the key led to.
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;

static void* Work(void* unused) {
  int* mine = malloc(sizeof *mine);
  if (mine == NULL) return NULL;
  *mine = 1;
  pthread_setspecific(key, mine);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_key_create(&key, NULL);
  pthread_create(&thread, NULL, Work, NULL);
  pthread_join(thread, NULL);
  pthread_key_delete(key);
  return 0;
}
