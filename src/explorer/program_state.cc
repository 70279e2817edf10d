#include "program_state.h"

#include <string>
#include <utility>
#include <vector>

#include "accesses.h"
#include "atomics.h"
#include "heap.h"
#include "layout.h"
#include "leaks.h"
#include "memory_image.h"
#include "modules.h"
#include "program_load.h"
#include "run.h"
#include "sync/annotated.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/conditional.h"
#include "sync/futex.h"
#include "sync/lock.h"
#include "sync/once.h"
#include "sync/semaphore.h"

namespace racelab::explorer {

void RememberProgramState() {
  if (g_image.taken()) return;
  if (!g_heap.created()) {
    g_heap.Create(kHeapBegin, kHeapBytes);
    g_races.Create();
  }
  g_modules.Scan();
  std::vector<AddressRange> variables;
  for (const Module& module : g_modules.all()) {
    if (module.executable || module.system) continue;
    variables.insert(variables.end(), module.writable.begin(), module.writable.end());
  }
  variables.push_back({g_persistent_heap.begin(), g_persistent_heap.end_of_use()});
  g_image.Take(std::move(variables));
}

void RestoreProgramState(const RunOptions& options) {
  BeginAccesses(options);
  g_races.Reset();
  g_heap.Reset();
  g_atomics.Reset();
  ResetLocks();
  ResetConditions();
  ResetFutexes();
  ResetSemaphores();
  ResetBarriers();
  ResetOnces();
  ResetPredicates();
  ResetAnnotated();
  ResetKeys();
  ResetRandom();
  g_image.Restore();
}

std::optional<RawFinding> FindLeftovers() {
  for (ThreadId id = 0; id < g_run.thread_count(); ++id) {
    const Thread& thread = g_run.thread(id);
    // One that is still at work when the process ends may well be in the middle of a section.
    if (thread.locks.empty() || thread.state != ThreadState::kFinished) continue;
    const std::string what = "ended while it held a lock";
    return RawFinding{"undefined-behaviour",
                      "thread " + std::to_string(id) + " " + what,
                      {g_run.Involve(id, what, thread.locks.back())}};
  }
  return FindLeak();
}

void RunThreadExitHandlers() {
  for (;;) {
    std::pair<void (*)(void*), void*> handler;
    {
      RuntimeScope scope;
      auto& handlers = g_run.current().at_exit;
      if (handlers.empty()) break;
      handler = handlers.back();
      handlers.pop_back();
    }
    handler.first(handler.second);
  }
  // The main thread's values are alive when the program ends.
  if (g_run.current().id != 0) RunKeyDestructors();
}

void RunExitHandlers() {
  for (;;) {
    std::pair<void (*)(void*), void*> handler;
    {
      RuntimeScope scope;
      if (g_run.at_exit().empty()) break;
      handler = g_run.at_exit().back();
      g_run.at_exit().pop_back();
    }
    handler.first(handler.second);
  }
  // Then those of variables that were initialized before main.
  for (std::size_t i = LoadExitHandlers().size(); i-- > 0;) {
    const auto [destructor, object] = LoadExitHandlers()[i];
    if (g_modules.IsProgram(reinterpret_cast<std::uintptr_t>(destructor))) destructor(object);
  }
}

}  // namespace racelab::explorer
