// Runs one execution of a scenario in processes of its own, and sees how it ends.
//
// supervisor (the check process) ── the parent (number 0, runs the body) ── children …
//
// The supervisor adopts orphans (PR_SET_CHILD_SUBREAPER), so that nothing outlives an execution.
#ifndef RACELAB_FAULTS_SUPERVISOR_H_
#define RACELAB_FAULTS_SUPERVISOR_H_

#include <functional>
#include <string>
#include <vector>

#include "control.h"

namespace racelab::faults {

// In which order processes get the turn when several could run.
enum class Order { kOldestFirst, kYoungestFirst };

struct Plan {
  Order order = Order::kOldestFirst;
  std::vector<Fault> faults;  // at most kMaxFaults
};

// How a process stood when the execution ended.
struct ProcessEnd {
  int process = 0;
  bool over = false;
  std::string did;  // "waits in read()", "has ended"
  std::vector<std::uintptr_t> pcs;
};

struct Defect {
  std::string kind;
  std::string message;
  std::string file;  // of a failed expectation
  int line = 0;
  std::vector<std::uintptr_t> pcs;  // of the call that it is about, innermost first
  int process = 0;
};

struct Execution {
  std::vector<Defect> defects;
  std::vector<Step> steps;
  std::vector<ProcessEnd> processes;
};

struct Settings {
  bool serial = false;
  bool may_kill = false;
  bool may_refuse = false;
  std::function<void()> before_execution = [] {};  // called by the search, in its own process
};

// Blocks until every process of the execution is gone. Not thread-safe: one at a time.
Execution Execute(const std::function<void()>& body, const Plan& plan, const Settings& settings);

// Makes the shared control block, once.
void PrepareControl();

// From now on this process and those it forks run on one processor.
void StayOnOneProcessor();

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_SUPERVISOR_H_
