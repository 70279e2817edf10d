// expect: data-race
// A block copied by memcpy while another thread changes one byte of it.
#include <pthread.h>
#include <string.h>

static char message[64];

static void* Change(void* unused) {
  message[40] = 'x';
  return unused;
}

int main(void) {
  pthread_t thread;
  char copy[64];
  pthread_create(&thread, NULL, Change, NULL);
  memcpy(copy, message, sizeof copy);
  pthread_join(thread, NULL);
  int sum = 0;
  for (size_t i = 0; i < sizeof copy; ++i) sum += copy[i];
  return sum == 0 || sum == 'x' ? 0 : 1;
}
