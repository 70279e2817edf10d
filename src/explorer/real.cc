#include "real.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "panic.h"

namespace racelab::explorer {

void* ResolveReal(const char* name) {
  void* function = dlsym(RTLD_NEXT, name);
  if (function == nullptr) Panic(name);
  return function;
}

long real_syscall(long number, long a, long b, long c, long d, long e, long f) {
  long result;
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

void* real_mmap(void* address, size_t bytes, int protection, int flags, int descriptor,
                off_t offset) {
  const long result = real_syscall(SYS_mmap, reinterpret_cast<long>(address),
                                   static_cast<long>(bytes), protection, flags, descriptor, offset);
  return result < 0 ? MAP_FAILED : reinterpret_cast<void*>(result);
}

int real_pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*start)(void*),
                        void* argument) {
  return RACELAB_REAL(pthread_create)(handle, attributes, start, argument);
}

}  // namespace racelab::explorer
