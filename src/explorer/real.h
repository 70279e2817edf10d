// The functions that stand behind the interposed ones, and system calls that touch no errno.
#ifndef RACELAB_EXPLORER_REAL_H_
#define RACELAB_EXPLORER_REAL_H_

#include <pthread.h>
#include <stddef.h>
#include <sys/types.h>

namespace racelab::explorer {

// The definition of `name` that the program would have had without us. Panics if there is none.
void* ResolveReal(const char* name);

long real_syscall(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0,
                  long f = 0);
inline long real_syscall(long number, long a, const void* b, long c) {
  return real_syscall(number, a, reinterpret_cast<long>(b), c);
}

// MAP_FAILED on error; errno is not set.
void* real_mmap(void* address, size_t bytes, int protection, int flags, int descriptor,
                off_t offset);

int real_pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*start)(void*),
                        void* argument);

}  // namespace racelab::explorer

// The real function of an interposed name, looked up once.
#define RACELAB_REAL(name)                                                                     \
  ([]() {                                                                                      \
    static decltype(&::name) function = nullptr;                                               \
    if (function == nullptr) {                                                                 \
      function = reinterpret_cast<decltype(&::name)>(::racelab::explorer::ResolveReal(#name)); \
    }                                                                                          \
    return function;                                                                           \
  }())

#endif  // RACELAB_EXPLORER_REAL_H_
