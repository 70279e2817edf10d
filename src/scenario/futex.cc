// syscall() of a check process, in front of libc's: lets a thread that sleeps on a futex look
// again.
//
// std::counting_semaphore of libstdc++ before 13 can sleep for ever though its count is positive
// (GCC bug 104928): release() wakes nobody when it finds the count already above zero. A right
// answer must not lose by that. So a wait without a time-out, which the standard allows to end for
// no reason, ends once after a while; the next one of the thread on the same word is as long as it
// likes, and a real deadlock still looks like one. Mutexes and condition variables do not come
// through here.
#include <errno.h>
#include <linux/futex.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <time.h>

namespace {

constexpr timespec kLookAgainAfter = {0, 200'000'000};

thread_local long looked_again_at = 0;

long RawSyscall(long number, const long (&a)[6]) {
  register long r10 asm("r10") = a[3];
  register long r8 asm("r8") = a[4];
  register long r9 asm("r9") = a[5];
  long result = number;
  asm volatile("syscall"
               : "+a"(result)
               : "D"(a[0]), "S"(a[1]), "d"(a[2]), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  if (result >= -4095 && result < 0) {
    errno = static_cast<int>(-result);
    return -1;
  }
  return result;
}

bool SleepsForGood(long number, const long (&a)[6]) {
  const long operation = a[1] & FUTEX_CMD_MASK;
  return number == SYS_futex && operation == FUTEX_WAIT && a[3] == 0;
}

}  // namespace

extern "C" long syscall(long number, ...) noexcept {
  va_list list;
  va_start(list, number);
  long a[6];
  for (long& argument : a) argument = va_arg(list, long);
  va_end(list);
  if (!SleepsForGood(number, a) || looked_again_at == a[0]) return RawSyscall(number, a);
  a[3] = reinterpret_cast<long>(&kLookAgainAfter);
  const long result = RawSyscall(number, a);
  if (result == 0 || errno != ETIMEDOUT) return result;
  looked_again_at = a[0];
  errno = EINTR;
  return -1;
}
