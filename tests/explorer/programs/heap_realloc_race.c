// expect: use-after-free
// realloc may move the block that the reader still reads.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int* cells;

static void* Read(void* from) {
  atomic_int* mine = from;
  atomic_load(&mine[0]);
  return NULL;
}

int main(void) {
  pthread_t thread;
  cells = calloc(2, sizeof *cells);
  if (cells == NULL) return 0;
  pthread_create(&thread, NULL, Read, cells);
  atomic_int* grown = realloc(cells, 4096 * sizeof *cells);
  if (grown != NULL) cells = grown;
  pthread_join(thread, NULL);
  free(cells);
  return 0;
}
