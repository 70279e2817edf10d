// A Program whose body runs on fibers, with every call that matters interposed.
#ifndef RACELAB_EXPLORER_FIBER_PROGRAM_H_
#define RACELAB_EXPLORER_FIBER_PROGRAM_H_

#include <functional>

#include "execution.h"

namespace racelab::explorer {

// Example:
//   FiberProgram program([&] { Scenario(); });
//   ExecutionResult result = program.Run(scheduler, {});
//
// The shared objects loaded when the first FiberProgram is made, other than the system's, are the
// program under test: their writable memory is put back to how it was then before each execution.
// Not thread-safe: one OS thread, one execution at a time.
class FiberProgram : public Program {
 public:
  // `body` may throw: that is a finding.
  explicit FiberProgram(std::function<void()> body);

  ExecutionResult Run(Scheduler& scheduler, const RunOptions& options) override;

 private:
  std::function<void()> body_;
};

void PrepareForPrograms();

// True on a thread of an execution, outside the runtime itself.
bool InExecution();

// For a failed expectation: the execution ends with this finding at the next scheduling point, so
// that the caller can return and unwind first. The finding's stack is the caller's. Copies.
void ReportFinding(const char* kind, const char* message);

// Code that works for the judge in the middle of an execution (an expectation's reporter): what it
// allocates outlives the execution, and nothing it does is looked at.
class OutsideScope {
 public:
  OutsideScope();
  ~OutsideScope();
  OutsideScope(const OutsideScope&) = delete;
  OutsideScope& operator=(const OutsideScope&) = delete;

 private:
  bool was_active_;
};

}  // namespace racelab::explorer

// racelab::ForbidPolling() for programs that have no scenario: whole ones, also in C, declare it
// themselves. To be called at the beginning of main().
extern "C" __attribute__((visibility("default"))) void racelab_forbid_polling(void);

#endif  // RACELAB_EXPLORER_FIBER_PROGRAM_H_
