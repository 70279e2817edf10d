// expect: pass
// An error-checking mutex reports what would deadlock or be undefined; a recursive one counts.
#include <assert.h>
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t checking;
static pthread_mutex_t recursive;

static void Init(pthread_mutex_t* mutex, int type) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, type);
  pthread_mutex_init(mutex, &attributes);
  pthread_mutexattr_destroy(&attributes);
}

static void* Other(void* unused) {
  assert(pthread_mutex_unlock(&checking) == EPERM);
  assert(pthread_mutex_trylock(&recursive) == EBUSY);
  return unused;
}

int main(void) {
  pthread_t thread;
  Init(&checking, PTHREAD_MUTEX_ERRORCHECK);
  Init(&recursive, PTHREAD_MUTEX_RECURSIVE);
  assert(pthread_mutex_lock(&checking) == 0);
  assert(pthread_mutex_lock(&checking) == EDEADLK);
  assert(pthread_mutex_lock(&recursive) == 0);
  assert(pthread_mutex_lock(&recursive) == 0);
  assert(pthread_mutex_unlock(&recursive) == 0);
  pthread_create(&thread, NULL, Other, NULL);
  pthread_join(thread, NULL);
  assert(pthread_mutex_unlock(&recursive) == 0);
  assert(pthread_mutex_unlock(&checking) == 0);
  assert(pthread_mutex_unlock(&checking) == EPERM);
  pthread_mutex_destroy(&checking);
  pthread_mutex_destroy(&recursive);
  return 0;
}
