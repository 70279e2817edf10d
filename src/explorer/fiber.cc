#include "fiber.h"

#include <asm/prctl.h>
#include <signal.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "layout.h"
#include "panic.h"
#include "real.h"

extern "C" {
void racelab_fiber_switch(void** save_sp, void* load_sp);
void racelab_fiber_entry();
}

namespace racelab::explorer {
namespace {

// Set by the kernel when programs may execute wrfsbase (Linux 5.9).
constexpr unsigned long kHwcap2FsGsBase = 1ul << 1;
const bool have_wrfsbase = (getauxval(AT_HWCAP2) & kHwcap2FsGsBase) != 0;

// The real thread only lends its storage: it sleeps until the process ends.
void* Park(void* started) {
  __atomic_store_n(static_cast<int*>(started), 1, __ATOMIC_RELEASE);
  for (;;) real_syscall(SYS_pause);
  return nullptr;
}

}  // namespace

void Fiber::Create(int slot) {
  const std::uintptr_t base = kStacksBegin + static_cast<std::uintptr_t>(slot) * kStackStride;
  void* mapped =
      real_mmap(reinterpret_cast<void*>(base), kStackStride, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (mapped != reinterpret_cast<void*>(base)) Panic("cannot map the stack of a fiber");
  // Lowest first: guard, fiber's stack, guard, the parked thread's stack with its thread-local
  // storage.
  const std::uintptr_t parked = base + kStackStride - kParkedStackBytes;
  stack_ = base;
  stack_top_ = parked - kGuardBytes;
  mprotect(reinterpret_cast<void*>(base), kGuardBytes, PROT_NONE);
  mprotect(reinterpret_cast<void*>(stack_top_), kGuardBytes, PROT_NONE);

  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, reinterpret_cast<void*>(parked), kParkedStackBytes);
  // A signal to the process must not reach a thread whose storage is lent out.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pthread_t handle;
  int started = 0;
  const int error = real_pthread_create(&handle, &attributes, Park, &started);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (error != 0) Panic("cannot start the thread that lends its storage to a fiber");
  while (__atomic_load_n(&started, __ATOMIC_ACQUIRE) == 0) real_syscall(SYS_sched_yield);
  fs_base_ = reinterpret_cast<void*>(handle);  // in glibc a pthread_t is the FS base
}

void Fiber::AdoptCaller() { fs_base_ = reinterpret_cast<void*>(pthread_self()); }

void Fiber::Prepare(void (*entry)(void*), void* argument) {
  void** sp = reinterpret_cast<void**>(stack_top_ - 64);
  *--sp = reinterpret_cast<void*>(&racelab_fiber_entry);  // returned to, with an aligned stack
  *--sp = nullptr;                                        // rbp
  *--sp = nullptr;                                        // rbx
  *--sp = argument;                                       // r12
  *--sp = reinterpret_cast<void*>(entry);                 // r13
  *--sp = nullptr;                                        // r14
  *--sp = nullptr;                                        // r15
  sp_ = sp;
}

void Fiber::SetFsBase(void* fs) {
  if (have_wrfsbase) {
    asm volatile("wrfsbase %0" : : "r"(fs) : "memory");
  } else {
    // Not through syscall(): it would set errno in the wrong storage.
    long result;
    asm volatile("syscall"
                 : "=a"(result)
                 : "a"(SYS_arch_prctl), "D"(ARCH_SET_FS), "S"(fs)
                 : "rcx", "r11", "memory");
  }
}

void Fiber::Switch(Fiber& from, Fiber& to) {
  SetFsBase(to.fs_base_);
  racelab_fiber_switch(&from.sp_, to.sp_);
}

}  // namespace racelab::explorer
