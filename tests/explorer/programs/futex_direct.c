// expect: pass
// A one-shot event straight on the futex system call: the kernel compares before it sleeps.
#define _GNU_SOURCE
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Atomic uint32_t event;
static int value;

static void* Set(void* unused) {
  value = 5;
  atomic_store(&event, 1);
  syscall(SYS_futex, &event, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Set, NULL);
  while (atomic_load(&event) == 0) {
    syscall(SYS_futex, &event, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
  }
  const int seen = value;
  pthread_join(thread, NULL);
  return seen == 5 ? 0 : 1;
}
