// A fiber: a stack with a guard page and the thread-local storage of a parked real thread.
//
// Everything runs on one OS thread. Thread-local storage is reached through the FS base on x86-64,
// so that switching it with the stack gives every fiber its own errno, thread_locals, exception
// state and pthread_self().
#ifndef RACELAB_EXPLORER_FIBER_H_
#define RACELAB_EXPLORER_FIBER_H_

#include <pthread.h>

#include <cstddef>
#include <cstdint>

#include "execution.h"

namespace racelab::explorer {

class Fiber {
 public:
  // Maps the stack and starts the real thread whose storage is borrowed; that thread never runs
  // again. Fibers of one process have the same addresses in every run, `slot` by slot.
  // A CHECK-like abort if the system gives neither.
  void Create(int slot);
  bool created() const { return fs_base_ != nullptr; }

  // The OS thread that calls, as a fiber: only its FS base is known until it is switched from.
  void AdoptCaller();

  // The next switch to this fiber calls entry(argument), which must not return, on a fresh stack.
  void Prepare(void (*entry)(void*), void* argument);

  // Parks `from`, which must be the running fiber, and goes on with `to`.
  static void Switch(Fiber& from, Fiber& to);
  // Makes `fs` the caller's thread-local storage without leaving the stack.
  static void SetFsBase(void* fs);

  pthread_t handle() const { return reinterpret_cast<pthread_t>(fs_base_); }
  void* fs_base() const { return fs_base_; }
  bool OnGuard(std::uintptr_t address) const {
    return address >= stack_ && address < stack_ + kGuardBytes;
  }
  // Of a parked fiber: what is in use of its stack, registers included.
  AddressRange UsedStack() const { return {reinterpret_cast<std::uintptr_t>(sp_), stack_top_}; }
  bool OnStack(std::uintptr_t address) const {
    return address >= stack_ + kGuardBytes && address < stack_top_;
  }

 private:
  static constexpr std::size_t kGuardBytes = 64 * 1024;

  void* sp_ = nullptr;
  void* fs_base_ = nullptr;
  std::uintptr_t stack_ = 0;
  std::uintptr_t stack_top_ = 0;
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_FIBER_H_
