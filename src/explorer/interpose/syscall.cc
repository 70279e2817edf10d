// syscall(): libstdc++ reaches futexes through it.
#include <errno.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "interpose.h"
#include "sync/futex.h"

using namespace racelab::explorer;

RACELAB_INTERPOSE long syscall(long number, ...) {
  va_list list;
  va_start(list, number);
  long arguments[6];
  for (long& argument : arguments) argument = va_arg(list, long);
  va_end(list);
  long result;
  if (g_active && number == SYS_futex) {
    RuntimeScope scope;
    result = Futex(static_cast<std::uintptr_t>(arguments[0]), static_cast<int>(arguments[1]),
                   static_cast<std::uint32_t>(arguments[2]),
                   reinterpret_cast<const void*>(arguments[3]), RACELAB_CALLER_PC());
  } else {
    result = real_syscall(number, arguments[0], arguments[1], arguments[2], arguments[3],
                          arguments[4], arguments[5]);
  }
  if (result >= 0 || result < -4095) return result;
  errno = static_cast<int>(-result);
  return -1;
}
