// pthread_once in the `tsan` variant, and with it std::call_once.
//
// ThreadSanitizer has one of its own, which knows nothing of exceptions: after an initializer that
// threw, the next caller waits for ever, where the standard says that it tries again. This one
// does as glibc's does, and tells ThreadSanitizer which thread's work the others then see.
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);

namespace {

constexpr int kNew = PTHREAD_ONCE_INIT;
constexpr int kDone = 2;  // As in glibc.
constexpr int kBusy = 1;

void Finish(pthread_once_t* control, int state) {
  __tsan_release(control);
  __atomic_store_n(control, state, __ATOMIC_RELEASE);
  syscall(SYS_futex, control, FUTEX_WAKE_PRIVATE, 0x7fffffff, nullptr, nullptr, 0);
}

}  // namespace

extern "C" int __wrap_pthread_once(pthread_once_t* control, void (*initialize)()) {
  while (true) {
    int state = __atomic_load_n(control, __ATOMIC_ACQUIRE);
    if (state == kDone) break;
    if (state == kBusy) {
      syscall(SYS_futex, control, FUTEX_WAIT_PRIVATE, kBusy, nullptr, nullptr, 0);
    } else if (__atomic_compare_exchange_n(control, &state, kBusy, false, __ATOMIC_ACQUIRE,
                                           __ATOMIC_ACQUIRE)) {
      __tsan_acquire(control);  // What a call that threw has left behind.
      try {
        initialize();
      } catch (...) {
        Finish(control, kNew);
        throw;
      }
      Finish(control, kDone);
      return 0;
    }
  }
  __tsan_acquire(control);
  return 0;
}
