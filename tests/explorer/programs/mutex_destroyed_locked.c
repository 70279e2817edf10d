// expect: undefined-behaviour
// Main does not wait for the thread's last unlock: in some schedules it destroys a held mutex.
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t mutex;
static atomic_int inside;

static void* Work(void* unused) {
  pthread_mutex_lock(&mutex);
  atomic_store(&inside, 1);
  pthread_mutex_unlock(&mutex);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_mutex_init(&mutex, NULL);
  pthread_create(&thread, NULL, Work, NULL);
  if (atomic_load(&inside)) {
    pthread_mutex_destroy(&mutex);
    pthread_join(thread, NULL);
    return 0;
  }
  pthread_join(thread, NULL);
  pthread_mutex_destroy(&mutex);
  return 0;
}
