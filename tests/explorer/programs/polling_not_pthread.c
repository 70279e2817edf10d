// expect: pass
// Condition variables and semaphores of POSIX sleep.
#include <pthread.h>
#include <semaphore.h>

void racelab_forbid_polling(void);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static sem_t token;
static int ready;

static void* Raise(void* unused) {
  pthread_mutex_lock(&mutex);
  ready = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&mutex);
  sem_post(&token);
  return unused;
}

int main(void) {
  racelab_forbid_polling();
  sem_init(&token, 0, 0);
  pthread_t thread;
  pthread_create(&thread, NULL, Raise, NULL);
  pthread_mutex_lock(&mutex);
  while (!ready) pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
  sem_wait(&token);
  return pthread_join(thread, NULL);
}
