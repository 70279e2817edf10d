// The exploration of one program: which searches are run, in which order, and what came of them.
//
// The order is made for two things. Bugs are found early: few preemptions first, some sampling
// before the long searches. And small programs are done early: one search without a bound but with
// the full reduction is tried soon, and when it completes nothing is left to do.
//
// The budget is a number of executions, never a time, so a slow machine finds what a fast one
// finds.
#ifndef RACELAB_EXPLORER_EXPLORATION_H_
#define RACELAB_EXPLORER_EXPLORATION_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "execution.h"
#include "schedule.h"
#include "search.h"
#include "strategy.h"

namespace racelab::explorer {

struct Budget {
  std::int64_t exhaustive = 20'000;  // executions of all depth-first searches together
  std::int64_t sampled = 2'000;      // executions of the random strategies
  // Once something has been found, the search goes on this long for other causes.
  std::int64_t after_finding = 200;
  std::int64_t consequence = 3'000;  // to look for what a data race does

  std::int64_t Total() const { return exhaustive + sampled; }
};

struct ExploreOptions {
  Budget budget;
  RunOptions run;
  // Tells steps that try a lock inside of the standard library's own retry loop (std::lock). It is
  // fair by the library's promise, so in the end it counts as giving way. May be empty.
  std::function<bool(const Step&)> retries_politely;
  // Tells a finding of a thread that goes round and round inside of a library (the lock of an
  // atomic<shared_ptr>): that is not the program's doing. May be empty.
  std::function<bool(const Involvement&)> spins_in_library;
  std::size_t findings_max = 5;
};

// An execution worth showing: how to get it again and what it did.
struct Witness {
  RawFinding finding;
  Schedule schedule;
  RunOptions options;  // of the execution; `record` is irrelevant
  int preemptions = 0;
  std::vector<std::int64_t> preempted_at;  // steps before which a thread that could go on was left
  int threads = 0;
  std::vector<Step> trace;
};

struct Finding {
  Witness witness;
  std::int64_t found_at = 0;  // the number of the execution, from 1
  std::string found_by;       // "preemptions ≤ 1", "pct3", …
  std::optional<Witness>
      consequence;  // of a data race: an execution in which it changes the outcome
};

struct Exploration {
  std::vector<Finding> findings;          // one a cause, the cause before its consequences
  std::optional<RawFinding> unsupported;  // then nothing may be concluded
  std::set<std::string> reached;
  std::int64_t executions = 0;  // all of them
  std::int64_t schedules = 0;   // of the largest completed exhaustive search
  std::int64_t sampled = 0;
  int preemptions_completed = -1;  // every schedule with so many was covered; -1: none was
  bool exhaustive = false;         // every schedule whatever was covered
  bool interfered = false;         // threads that spin were made to give way
  std::string text;                // "all 1,284 schedules with up to 2 preemptions; then …"
};

Exploration ExploreSchedules(Program& program, const ExploreOptions& options);

// Runs `schedule` once, recording it. A schedule that ends in the step limit under its fair phase
// is a livelock, here as in the search.
Witness RunSchedule(Program& program, const Schedule& schedule, const RunOptions& options);

// What tells one cause from another: the kind and the places in the program.
std::string CauseOf(const RawFinding& finding);

// "1,284".
std::string WithThousands(std::int64_t n);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_EXPLORATION_H_
