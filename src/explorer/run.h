// The execution in progress: which thread runs, where choices are made, and how it ends.
//
// There is one at a time and everything is on one OS thread. `g_active` tells program code from the
// runtime's own: interposed functions and callbacks do nothing special while it is false.
#ifndef RACELAB_EXPLORER_RUN_H_
#define RACELAB_EXPLORER_RUN_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "execution.h"
#include "thread.h"

namespace racelab::explorer {

extern bool g_active;

// While one lives, the runtime works for the running thread: allocations come from the real heap
// and accesses are not looked at.
class RuntimeScope {
 public:
  RuntimeScope() : was_active_(g_active) { g_active = false; }
  ~RuntimeScope() { g_active = was_active_; }
  RuntimeScope(const RuntimeScope&) = delete;
  RuntimeScope& operator=(const RuntimeScope&) = delete;

 private:
  bool was_active_;
};

class Run {
 public:
  // Performs `body` once as thread 0. Not reentrant.
  ExecutionResult Perform(const std::function<void()>& body, Scheduler& scheduler,
                          const RunOptions& options);

  bool in_progress() const { return scheduler_ != nullptr; }
  // A thread of a stuck execution looks again: see Probe().
  bool probing() const { return probed_ >= 0; }
  // The scheduler is making its choice: nothing of the program is at work.
  bool choosing() const { return choosing_; }
  Thread& current() { return *current_; }
  Thread& thread(ThreadId id) { return *threads_[id]; }
  int thread_count() const { return thread_count_; }
  const RunOptions& options() const { return *options_; }
  // Grows with every step of every execution.
  std::int64_t progress() const { return progress_; }
  std::int64_t steps() const { return result_.steps; }
  std::int64_t now_ns() const { return now_ns_; }
  void AdvanceTo(std::int64_t ns) {
    if (ns > now_ns_) now_ns_ = ns;
  }

  // A scheduling point: others may go first; returns when the scheduler picks this thread's way on.
  // Call inside a RuntimeScope.
  void Point(const Operation& operation) {
    current_->gate.open = nullptr;
    current_->gate.can_time_out = false;
    current_->gate.can_wake_spuriously = false;
    ReachPoint(operation);
  }
  Outcome PointWhen(const Operation& operation, const Gate& gate) {
    current_->gate = gate;
    return ReachPoint(operation);
  }

  // What the operation that was just performed did; kept only when recording.
  void RecordValues(std::uint64_t before, std::uint64_t after);
  void RecordOutcome(bool succeeded);
  // The step just performed is a write that the program does after it: look when it has been done.
  void AwaitWrite(std::uintptr_t address, std::size_t size_bytes);

  // A new thread; it starts when the scheduler picks it. Null when there are too many: then the
  // execution has ended as unsupported.
  Thread& CreateThread(void* (*start)(void*), void* argument);
  Thread* FindThread(pthread_t handle);
  // The running thread is over (after the destructors of its thread_locals).
  [[noreturn]] void FinishThread(void* result);
  // Thread 0 called pthread_exit: the program ends when the last thread does.
  [[noreturn]] void FinishMainThread(void* result);
  // The body has returned or somebody called exit(): the process ends once this point is picked.
  [[noreturn]] void FinishProgram(std::uintptr_t pc);

  // exit(): as FinishProgram, from any thread. A status other than 0 is a `wrong-value` finding.
  [[noreturn]] void ExitProgram(int status, std::uintptr_t pc);

  // Ends the execution with this finding, at once.
  [[noreturn]] void Fail(RawFinding finding);
  [[noreturn]] void Fail(const char* kind, std::string message, std::uintptr_t object,
                         std::uintptr_t pc);
  // Ends it at the next scheduling point: for callers that must first unwind.
  void FailSoon(RawFinding finding);
  [[noreturn]] void Unsupported(const std::string& what, std::uintptr_t pc);
  void Reached(std::string label);

  // `did` about `object` by thread `id`, with its locks and (when it is known) its stack.
  Involvement Involve(ThreadId id, std::string did, std::uintptr_t object, std::uintptr_t pc = 0);
  // Stack of the caller inside the program, innermost first; the runtime's own frames left out.
  static std::vector<std::uintptr_t> CaptureStack(std::uintptr_t pc);

  // Functions registered by the program during this execution with atexit and the like.
  std::vector<std::pair<void (*)(void*), void*>>& at_exit() { return at_exit_; }
  // Functions that the program's end runs before anybody looks at what is left.
  [[noreturn]] void Leave();

 private:
  Outcome ReachPoint(const Operation& operation);
  void CollectCandidates();
  void AddCandidates(Thread& thread);
  const Candidate& Choose(const Operation* own);
  void RecordStep(const Candidate& candidate);
  void CompleteWrite();
  void SwitchTo(Thread& next, Thread& from);
  void Begin(Scheduler& scheduler, const RunOptions& options);
  void CheckEnd();
  static void ThreadMain(void* thread);
  static void BodyMain(void* thread);
  void Stuck();
  // Of an execution that is stuck with threads that wait on futexes: lets each look again, alone.
  //  * One gets further: it missed a notification. If all go back to waiting, what they wait for
  //    never happened.
  //  * One that sleeps in std::counting_semaphore gets further: the library put it to sleep
  //  wrongly.
  //    That is not the program's fault: the execution goes on.
  // Null when it goes on.
  const Candidate* Probe(const Operation* own);
  void ProbeNext();
  // The probed thread did more than look: that decides.
  void GotFurther();

  Scheduler* scheduler_ = nullptr;
  const RunOptions* options_ = nullptr;
  const std::function<void()>* body_ = nullptr;
  ExecutionResult result_;
  Fiber outside_;
  Thread* current_ = nullptr;
  std::vector<std::unique_ptr<Thread>> threads_;  // pooled: the first thread_count_ are in use
  int thread_count_ = 0;
  int alive_ = 0;
  std::int64_t now_ns_ = 0;
  std::vector<Candidate> candidates_;
  bool only_spurious_ = false;
  bool fail_soon_ = false;
  bool choosing_ = false;
  std::int64_t progress_ = 0;
  ThreadId probed_ = -1;  // see Probe()
  int probe_steps_ = 0;
  bool probed_wrongly_asleep_ = false;
  bool probing_decides_ = false;     // whether a lost wakeup is one
  bool may_be_lost_wakeup_ = false;  // no lock is in the way
  std::vector<ThreadId> unprobed_;
  bool completed_ = false;
  std::uintptr_t awaited_address_ = 0;
  std::size_t awaited_bytes_ = 0;
  std::vector<std::pair<void (*)(void*), void*>> at_exit_;
};

extern Run g_run;

// The return address of the interposed function that this is used in.
#define RACELAB_CALLER_PC() reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_RUN_H_
