// expect: pass
// memset and memcpy of adjacent halves touch no common byte.
#include <pthread.h>
#include <string.h>

static char message[64];

static void* Fill(void* unused) {
  memset(message + 32, 'x', 32);
  return unused;
}

int main(void) {
  pthread_t thread;
  char copy[32];
  pthread_create(&thread, NULL, Fill, NULL);
  memcpy(copy, message, sizeof copy);
  memset(message, 'y', 32);
  pthread_join(thread, NULL);
  return copy[0] == 0 && message[31] == 'y' && message[32] == 'x' ? 0 : 1;
}
