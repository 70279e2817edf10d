// expect: use-after-free
// Both threads think that they are the last user: check and mark are two steps.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static char* buffer;
static atomic_int released;

static void* Release(void* unused) {
  if (!atomic_load(&released)) {
    atomic_store(&released, 1);
    free(buffer);
  }
  return unused;
}

int main(void) {
  pthread_t thread;
  buffer = malloc(16);
  if (buffer == NULL) return 0;
  pthread_create(&thread, NULL, Release, NULL);
  Release(NULL);
  pthread_join(thread, NULL);
  return 0;
}
