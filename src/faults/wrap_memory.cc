// Shared memory and names: mmap(), shm_open(), sem_open(), and the futex system call.
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <semaphore.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>

#include "clock.h"
#include "names.h"
#include "process.h"
#include "shared_memory.h"

namespace racelab::faults {
namespace {

// The time limit of a futex wait in ns, -1 for none. FUTEX_WAIT counts from now.
std::int64_t FutexTimeout(int operation, const timespec* time) {
  if (time == nullptr) return -1;
  if ((operation & FUTEX_CMD_MASK) == FUTEX_WAIT) {
    return std::int64_t{time->tv_sec} * 1'000'000'000 + time->tv_nsec;
  }
  return NsUntil((operation & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC, time);
}

// Private futexes of different processes are different ones, even at a shared address.
std::uint64_t FutexKey(const int* word, int operation) {
  const std::uint64_t key = ObjectKey(word);
  const bool is_private = (operation & FUTEX_PRIVATE_FLAG) != 0;
  return is_private ? key ^ (static_cast<std::uint64_t>(Self() + 1) << 48) : key;
}

long FutexWait(const int* word, int operation, int expected, const timespec* time,
               std::uintptr_t pc) {
  const std::int64_t timeout_ns = FutexTimeout(operation, time);
  std::uint16_t legal = kSpurious;
  if (timeout_ns >= 0) legal |= kTimeout;
  if (HandledSignal(true) != 0) legal |= kInterrupt;
  const Visit visit = Arrive("futex wait", pc, legal);
  if (visit.action == kInterrupt || __atomic_load_n(word, __ATOMIC_SEQ_CST) != expected) {
    errno = visit.action == kInterrupt ? EINTR : EAGAIN;
    return Leave(visit, -1);
  }
  if (visit.action == kSpurious) return Leave(visit, 0);
  const std::uint64_t key = FutexKey(word, operation);
  const bool is_private = (operation & FUTEX_PRIVATE_FLAG) != 0 && ObjectKey(word) != key;
  Enqueue(key);
  const Wait wait{
      .name = "futex wait", .object = key, .for_wakeup = true, .timeout_ns = timeout_ns};
  const bool woken = WaitUntil(wait, visit, [&] {
    if (is_private && IsShared(reinterpret_cast<std::uintptr_t>(word))) {
      g_control->process[Self()].hint =
          "the futex lies in shared memory but is waited for as private (FUTEX_PRIVATE_FLAG, as "
          "std::atomic::wait does): a wake from another process does not reach it";
    }
    return WasWoken();
  });
  g_control->process[Self()].ticket = 0;
  if (!woken) errno = ETIMEDOUT;
  return Leave(visit, woken ? 0 : -1);
}

long Futex(int* word, int operation, int value, const timespec* time, std::uintptr_t pc) {
  const int command = operation & FUTEX_CMD_MASK;
  if (command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET) {
    return FutexWait(word, operation, value, time, pc);
  }
  const Visit visit = Arrive("futex wake", pc);
  return Leave(visit, Wake(FutexKey(word, operation), value, false));
}

bool IsModelled(int operation) {
  const int command = operation & FUTEX_CMD_MASK;
  return command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET || command == FUTEX_WAKE ||
         command == FUTEX_WAKE_BITSET;
}

}  // namespace
}  // namespace racelab::faults

using namespace racelab::faults;

#define WRAP extern "C" __attribute__((visibility("default"), used))

WRAP void* __wrap_mmap(void* hint, size_t bytes, int protection, int flags, int fd, off_t offset) {
  const Visit visit = Arrive("mmap", RACELAB_PC(), kRefuse | kNoPause);
  if (visit.action == kRefuse) {
    errno = ENOMEM;
    return reinterpret_cast<void*>(Leave(visit, -1));
  }
  void* const begin = mmap(hint, bytes, protection, flags, fd, offset);
  if (begin != MAP_FAILED && (flags & MAP_TYPE) != MAP_PRIVATE) {
    AddSharedMapping(begin, bytes, fd, offset);
  }
  Leave(visit, begin == MAP_FAILED ? -1 : 0);
  return begin;
}
WRAP int __wrap_munmap(void* begin, size_t bytes) {
  const Visit visit = Arrive("munmap", RACELAB_PC(), kNoPause);
  RemoveSharedMapping(begin, bytes);
  return static_cast<int>(Leave(visit, munmap(begin, bytes)));
}

WRAP int __wrap_shm_open(const char* name, int flags, mode_t mode) {
  if (!InScenario()) return shm_open(name, flags, mode);
  const Visit visit = Arrive("shm_open", RACELAB_PC(), kRefuse);
  if (visit.action == kRefuse) {
    errno = EMFILE;
    return static_cast<int>(Leave(visit, -1));
  }
  const std::string own = OwnName(name);
  const int fd = shm_open(own.c_str(), flags, mode);
  if (fd >= 0 && (flags & O_CREAT) != 0) NoteName(own, false, RACELAB_PC());
  if (fd >= 0) NoteDescriptor(fd, "shm_open", RACELAB_PC());
  return static_cast<int>(Leave(visit, fd));
}
WRAP int __wrap_shm_unlink(const char* name) {
  if (!InScenario()) return shm_unlink(name);
  const Visit visit = Arrive("shm_unlink", RACELAB_PC());
  return static_cast<int>(Leave(visit, shm_unlink(OwnName(name).c_str())));
}

WRAP sem_t* __wrap_sem_open(const char* name, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  const unsigned value = (flags & O_CREAT) != 0 ? va_arg(more, unsigned) : 0;
  va_end(more);
  if (!InScenario()) return sem_open(name, flags, mode, value);
  const Visit visit = Arrive("sem_open", RACELAB_PC(), kRefuse);
  if (visit.action == kRefuse) {
    errno = EMFILE;
    return Leave(visit, -1) != 0 ? SEM_FAILED : nullptr;
  }
  const std::string own = OwnName(name);
  sem_t* const sem = sem_open(own.c_str(), flags, mode, value);
  if (sem != SEM_FAILED) {
    if ((flags & O_CREAT) != 0) NoteName(own, true, RACELAB_PC());
    AddSharedMapping(sem, sizeof(sem_t), -1, 0);
  }
  Leave(visit, sem == SEM_FAILED ? -1 : 0);
  return sem;
}
WRAP int __wrap_sem_unlink(const char* name) {
  if (!InScenario()) return sem_unlink(name);
  const Visit visit = Arrive("sem_unlink", RACELAB_PC());
  return static_cast<int>(Leave(visit, sem_unlink(OwnName(name).c_str())));
}

WRAP long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f) {
  if (number == SYS_futex && InSerial() && IsModelled(static_cast<int>(b))) {
    return Futex(reinterpret_cast<int*>(a), static_cast<int>(b), static_cast<int>(c),
                 reinterpret_cast<const timespec*>(d), RACELAB_PC());
  }
  return syscall(number, a, b, c, d, e, f);
}
