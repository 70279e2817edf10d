// expect: pass
// A thread's value under a key is given to the destructor when the thread ends.
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static pthread_key_t key;
static atomic_int destroyed;

static void Destroy(void* value) {
  atomic_fetch_add(&destroyed, *(int*)value);
  free(value);
}

static void* Work(void* unused) {
  assert(pthread_getspecific(key) == NULL);
  int* mine = malloc(sizeof *mine);
  if (mine == NULL) return NULL;
  *mine = 1;
  pthread_setspecific(key, mine);
  assert(*(int*)pthread_getspecific(key) == 1);
  return unused;
}

int main(void) {
  pthread_t threads[2];
  pthread_key_create(&key, Destroy);
  pthread_create(&threads[0], NULL, Work, NULL);
  pthread_create(&threads[1], NULL, Work, NULL);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  pthread_key_delete(key);
  assert(atomic_load(&destroyed) == 2);
  return 0;
}
