// A thread that nobody joins.
#include <pthread.h>

static void* Nothing(void*) { return nullptr; }

int main() {
  pthread_t thread;
  pthread_create(&thread, nullptr, Nothing, nullptr);
  return 0;
}
