// expect: lost-wakeup
// Waking before the store: the waiter sees the old value, sleeps, and nobody wakes it again.
#define _GNU_SOURCE
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Atomic uint32_t event;

static void* Set(void* unused) {
  syscall(SYS_futex, &event, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
  atomic_store(&event, 1);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Set, NULL);
  while (atomic_load(&event) == 0) {
    syscall(SYS_futex, &event, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
  }
  pthread_join(thread, NULL);
  return 0;
}
