// expect: data-race
// Every thread gets the address of the loop's counter, which goes on counting.
#include <pthread.h>
#include <stdatomic.h>

static atomic_int sum;

static void* Add(void* argument) {
  atomic_fetch_add(&sum, *(int*)argument);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  int i;
  for (i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, Add, &i);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
