// expect: unsupported
// A signal sent to a thread comes between any two instructions: not modelled.
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int handled;

static void Handle(int number) {
  (void)number;
  atomic_store(&handled, 1);
}

int main(void) {
  signal(SIGUSR1, Handle);
  pthread_kill(pthread_self(), SIGUSR1);
  return atomic_load(&handled) ? 0 : 1;
}
