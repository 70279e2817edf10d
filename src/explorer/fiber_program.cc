#include "fiber_program.h"

#include <malloc.h>

#include <utility>

#include "crash.h"
#include "leaks.h"
#include "polling.h"
#include "program_state.h"
#include "run.h"
#include "watchdog.h"

namespace racelab::explorer {

FiberProgram::FiberProgram(std::function<void()> body) : body_(std::move(body)) {
  ContainCrashes();
  StartWatchdog();
  RememberProgramState();
}

ExecutionResult FiberProgram::Run(Scheduler& scheduler, const RunOptions& options) {
  g_body_maker = reinterpret_cast<std::uintptr_t>(this);
  return g_run.Perform(body_, scheduler, options);
}

void PrepareForPrograms() {
  // One arena for all fibers: they are one OS thread, whatever their storage says.
  mallopt(M_ARENA_MAX, 1);
}

bool InExecution() { return g_active; }

void ReportFinding(const char* kind, const char* message) {
  RuntimeScope scope;
  if (!g_run.in_progress()) return;
  Thread& self = g_run.current();
  g_run.FailSoon(
      RawFinding{kind, message, {g_run.Involve(self.id, message, 0, RACELAB_CALLER_PC())}});
}

OutsideScope::OutsideScope() : was_active_(g_active) { g_active = false; }
OutsideScope::~OutsideScope() { g_active = was_active_; }

}  // namespace racelab::explorer

void racelab_forbid_polling(void) {
  const racelab::explorer::RuntimeScope scope;
  if (racelab::explorer::g_run.in_progress()) racelab::explorer::g_polling.Forbid();
}
