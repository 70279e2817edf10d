// pthread_create, join, detach, exit and what concerns the thread itself.
#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <time.h>
#include <unwind.h>

#include <exception>
#include <string>
#include <vector>

#include "interpose.h"
#include "program_state.h"
#include "sync/lock.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

Operation ThreadOperation(OpKind kind, ThreadId target, std::uintptr_t pc) {
  return Operation{kind, 0, static_cast<std::uintptr_t>(target) + 1, 0, pc};
}

bool HasFinished(const Thread& thread) {
  return static_cast<const Thread*>(thread.gate.object)->state == ThreadState::kFinished;
}

Thread& Target(pthread_t handle, const char* call, std::uintptr_t pc) {
  Thread* target = g_run.FindThread(handle);
  const char* problem = nullptr;
  if (target == nullptr) {
    problem = " of something that is not a thread of this program";
  } else if (target->joined) {
    problem = " of a thread that has been joined already";
  } else if (target->detached) {
    problem = " of a detached thread";
  }
  if (problem != nullptr) g_run.Fail("undefined-behaviour", std::string(call) + problem, 0, pc);
  return *target;
}

int Join(pthread_t handle, void** result, Patience patience, std::uintptr_t pc,
         const timespec* at = nullptr) {
  RuntimeScope scope;
  Thread& self = g_run.current();
  Thread& target = Target(handle, "pthread_join", pc);
  if (target.id == self.id) return EDEADLK;
  if (patience == Patience::kTry && target.state != ThreadState::kFinished) {
    g_run.Point(Operation{OpKind::kYield, 0, 0, 0, pc});
    if (target.state != ThreadState::kFinished) return EBUSY;
  }
  Gate gate;
  gate.open = &HasFinished;
  gate.object = &target;
  gate.can_time_out = patience == Patience::kTimed;
  if (at != nullptr) gate.deadline_ns = DeadlineNs(*at);
  gate.may_leave = [](const Thread& thread) { return !HasFinished(thread); };
  const Operation operation = ThreadOperation(OpKind::kThreadJoin, target.id, pc);
  if (g_run.PointWhen(operation, gate) == Outcome::kTimeout) {
    g_run.RecordOutcome(false);
    return ETIMEDOUT;
  }
  target.joined = true;
  self.clock.Join(target.clock);
  if (result != nullptr) *result = target.result;
  return 0;
}

_Unwind_Reason_Code StopAtEnd(int, _Unwind_Action actions, _Unwind_Exception_Class,
                              _Unwind_Exception*, _Unwind_Context*, void* result) {
  if ((actions & _UA_END_OF_STACK) == 0) return _URC_NO_REASON;
  RunThreadExitHandlers();
  g_active = false;
  if (g_run.current().id == 0) g_run.FinishMainThread(result);
  g_run.FinishThread(result);
}

// Leaves the thread: handlers of C first, then the frames, so that destructors run.
[[noreturn]] void Unwind() {
  Thread& self = g_run.current();
  if (!self.cleanups.empty()) {
    auto* buffer = static_cast<__jmp_buf_tag*>(self.cleanups.back());
    self.cleanups.pop_back();
    _longjmp(buffer, 1);
  }
  _Unwind_Exception* unwinding;
  {
    RuntimeScope scope;
    static _Unwind_Exception objects[kMaxThreads];
    unwinding = &objects[self.id];
    *unwinding = _Unwind_Exception();
  }
  _Unwind_ForcedUnwind(unwinding, &StopAtEnd, self.result);
  std::terminate();
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                                     void* (*start)(void*), void* argument) {
  RACELAB_PASS_THROUGH(pthread_create, handle, attributes, start, argument);
  RuntimeScope scope;
  const ThreadId id = g_run.thread_count();
  g_run.Point(ThreadOperation(OpKind::kThreadCreate, id, RACELAB_CALLER_PC()));
  Thread& thread = g_run.CreateThread(start, argument);
  int state = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &state);
  thread.detached = state == PTHREAD_CREATE_DETACHED;
  *handle = thread.fiber.handle();
  return 0;
}

RACELAB_INTERPOSE int pthread_join(pthread_t handle, void** result) {
  RACELAB_PASS_THROUGH(pthread_join, handle, result);
  return Join(handle, result, Patience::kForever, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_tryjoin_np(pthread_t handle, void** result) {
  RACELAB_PASS_THROUGH(pthread_tryjoin_np, handle, result);
  return Join(handle, result, Patience::kTry, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int pthread_timedjoin_np(pthread_t handle, void** result, const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_timedjoin_np, handle, result, at);
  return Join(handle, result, Patience::kTimed, RACELAB_CALLER_PC(), at);
}

RACELAB_INTERPOSE int pthread_clockjoin_np(pthread_t handle, void** result, clockid_t clock,
                                           const timespec* at) {
  RACELAB_PASS_THROUGH(pthread_clockjoin_np, handle, result, clock, at);
  return Join(handle, result, Patience::kTimed, RACELAB_CALLER_PC(), at);
}

RACELAB_INTERPOSE int pthread_detach(pthread_t handle) {
  RACELAB_PASS_THROUGH(pthread_detach, handle);
  RuntimeScope scope;
  Target(handle, "pthread_detach", RACELAB_CALLER_PC()).detached = true;
  return 0;
}

RACELAB_INTERPOSE void pthread_exit(void* result) {
  if (!g_active) {
    RACELAB_REAL(pthread_exit)(result);
    __builtin_unreachable();
  }
  g_run.current().result = result;
  Unwind();
}

// pthread_cleanup_push and pop in C: the handlers are where setjmp has been.
extern "C" {
void __pthread_register_cancel(__pthread_unwind_buf_t* buffer);
void __pthread_unregister_cancel(__pthread_unwind_buf_t* buffer);
[[noreturn]] void __pthread_unwind_next(__pthread_unwind_buf_t* buffer);
}

RACELAB_INTERPOSE void __pthread_register_cancel(__pthread_unwind_buf_t* buffer) {
  if (!g_active) {
    RACELAB_REAL(__pthread_register_cancel)(buffer);
    return;
  }
  RuntimeScope scope;
  g_run.current().cleanups.push_back(buffer);
}

RACELAB_INTERPOSE void __pthread_unregister_cancel(__pthread_unwind_buf_t* buffer) {
  if (!g_active) {
    RACELAB_REAL(__pthread_unregister_cancel)(buffer);
    return;
  }
  std::erase(g_run.current().cleanups, static_cast<void*>(buffer));
}

RACELAB_INTERPOSE void __pthread_unwind_next(__pthread_unwind_buf_t* buffer) {
  if (!g_active) RACELAB_REAL(__pthread_unwind_next)(buffer);
  Unwind();
}
